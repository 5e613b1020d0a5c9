-- The table that the client programs ask.
CREATE SCHEMA tribuna;
CREATE EXTENSION tribuna SCHEMA tribuna;
CREATE TABLE release (
	id int PRIMARY KEY, country text, published date, title text, body text NOT NULL,
	search tsvector GENERATED ALWAYS AS
		(tribuna.tribuna_tsvector(body, published, country, title)) STORED);
CREATE INDEX ON release USING gin (search);
INSERT INTO release (id, country, published, title, body) VALUES
	(1, 'kz', '2022-12-24', 'В Кульсары построят школу',
	 'Вчера аким Атырауской области Серик Шапкенов провёл встречу с жителями города Кульсары. '
	 'По словам акима, новую школу откроют к 1 сентября 2023 года. '
	 '«Подрядчик получил деньги в третьем квартале», – отметил он.'),
	(2, 'kz', '2020-03-02', 'Форум в столице',
	 'Глава государства выступил на форуме в Нур-Султане 28 февраля. '
	 '«Нам нужны новые дороги», – сказал Касым-Жомарт Токаев.');
