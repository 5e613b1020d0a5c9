/* tribuna: search of Russian political text.  Joined from src/sql by make. */

\echo Use "CREATE EXTENSION tribuna" to load this file. \quit

