# Ask the queries of a file through psycopg 3: client.py QUERIES CONNINFO.
# Prints one value a line: query, row, column, type, value.
import datetime
import sys

import psycopg

TYPES = {int: "integer", str: "text", datetime.date: "date", bool: "boolean",
         list: "array", type(None): "null"}


def show(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "{" + ",".join(value) + "}"
    return str(value).replace("\n", "\\n")


def ask(connection, name, sql, params):
    try:
        cursor = connection.execute(sql.replace("?", "%s"), params)
    except psycopg.Error as error:
        print(name, 0, "", "error", error.sqlstate, sep="\t")
        return
    names = [column.name for column in cursor.description]
    for n, row in enumerate(cursor, 1):
        for column, value in zip(names, row):
            kind = TYPES.get(type(value), type(value).__name__)
            print(name, n, column, kind, show(value), sep="\t")


with psycopg.connect(sys.argv[2], autocommit=True) as connection:
    with open(sys.argv[1], encoding="utf-8") as queries:
        for line in queries:
            name, sql, *params = line.rstrip("\n").split("\t")
            ask(connection, name, sql, params)
