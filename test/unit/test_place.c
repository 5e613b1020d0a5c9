/*
 * test_place.c
 *	  Which words are places, which place they mean, and which only sound so.
 *
 * A row is a sentence and all its places in order: «surface > canonical name >
 * code»; a relational adjective has ~ before its name.  An empty wish is a
 * trap.
 */
#include "helpers.h"

static void
list_places(Listed *list, const TbDocument *doc)
{
	for (uint32_t i = 0; i < doc->places.n; i++)
	{
		const TbPlace *p = &doc->places.at[i];

		list_span(list, doc, p->span);
		list_puts(list, p->kind == TB_PK_ADJECTIVE ? " > ~" : " > ");
		list_puts(list, p->name);
		list_puts(list, " > ");
		list_puts(list, p->entry == TB_NONE ? "?" :
				  tb_lexicon_string(doc->lex,
									tb_lexicon_entry(doc->lex, p->entry)->code));
	}
}

#define check_places(rows, country) \
	check_rows(rows, LEN(rows), country, TB_NO_DAY, list_places)

static void
a_marker_joins_the_name_and_chooses_its_type(void **state)
{
	static const Row rows[] = {
		{"В г. Алматы состоялось выездное заседание.", "г. Алматы > Алматы > kz/almaty/"},
		{"Делегация прибыла в г.Шымкент.", "г.Шымкент > Шымкент > kz/shymkent/"},
		{"Жители села Кулан просят построить школу.",
		"села Кулан > Кулан > kz/zhambyl-region/turar-ryskulov-district/kulan/"},
		{"Паводок на реке Урал пошёл на спад.", "реке Урал > Урал > kz/ural-river/"},
		{"Уровень воды в озере Балхаш снизился.", "озере Балхаш > Балхаш > kz/balkhash-lake/"},
		{"Город Балхаш готовится к зиме.", "Город Балхаш > Балхаш > kz/karaganda-region/balkhash/"},
		{"Дорога проходит вдоль р. Или.", "р. Или > Или > kz/ili-river/"},
		{"Мост через реку Жайык закрыт.", "реку Жайык > Урал > kz/ural-river/"},
		{"В городе Орал открыли мост.", "городе Орал > Уральск > kz/west-kazakhstan-region/uralsk/"},
		{"Встречу провели в г. Алматы.", "г. Алматы > Алматы > kz/almaty/"},
		{"Воды рек Ишим и Тобол поднялись.",
		"рек Ишим > Ишим > kz/ishim-river/ | Тобол > Тобол > kz/tobol-river/"},
		{"Парк на берегу оз. Балхаш.", "оз. Балхаш > Балхаш > kz/balkhash-lake/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
what_leads_a_name_or_follows_it_tells_whether_it_is_a_place(void **state)
{
	static const Row rows[] = {
		/* a marker is of its own sentence */
		{"Он смотрит на реку. Балхаш далеко отсюда.", "Балхаш > Балхаш > kz/karaganda-region/balkhash/"},
		/* titles of works */
		{"Автор книги «Письма из Парижа» умер. Его роман «Дорога на Вену» забыт.", ""},
		{"В интервью «Голоса из Парижа» громче.", "Парижа > Париж > fr/paris/"},
		/* forenames that no list has */
		{"Тренер Милан Йованчич доволен, слесарь Женева Сидоркина тоже.", ""},
		{"Приговор Милана Йованчича отменили. Мэр Милана Йованчич ушёл.", "Милана > Милан > it/milan/"},
		/* heads of towns, regions that are spoken of */
		{"Мэр Владимира Дмитрий Сухов уволен.", "Владимира > Владимир > ru/vladimir-region/vladimir/"},
		{"Жена Владимира Дмитрия ждала.", ""},
		{"Из Молдавии сообщают: примар Сорок ушёл, в Сороках ждут другого.",
			"Молдавии > Молдова > md/ | Сорок > Сороки > md/soroca/ | Сороках > Сороки > md/soroca/"},
		{"Его сапоги в сороках и дроздах.", ""},
		{"Ремонт набережной Днестра закончен, набережная Абая закрыта.", "Днестра > Днестр > md/dniester-river/"},
		/* adjectives of one list */
		{"Деньги получат хозяйства Хасавского, Чародинского и других горных районов.",
			"Хасавского > Хасавский район > ? | Чародинского > Чародинский район > ?"},
		{"Сети Чуйской и Иссык-Кульской областей изношены.",
			"Чуйской > Чуйская область > kg/chuy-region/ | "
			"Иссык-Кульской областей > Иссык-Кульская область > kg/issyk-kul-region/"},
		{"Споры сибирской язвы живучи. Папа Римский молчит.", ""},
	};

	(void) state;
	check_places(rows, "ru");
}

static void
a_region_carries_its_head_in_any_case(void **state)
{
	static const Row rows[] = {
		{"Паводки затронули Восточно-Казахстанскую область.",
		"Восточно-Казахстанскую область > Восточно-Казахстанская область > kz/east-kazakhstan-region/"},
		{"Работы идут в области Жетісу.", "области Жетісу > область Жетісу > kz/zhetisu-region/"},
		{"Поездка по области Улытау завершилась.", "области Улытау > область Улытау > kz/ulytau-region/"},
		{"Пожар в области Абай потушен.", "области Абай > область Абай > kz/abai-region/"},
		{"Пожар в Абайской области потушен.", "Абайской области > область Абай > kz/abai-region/"},
		{"Аграрии ВКО, СКО и ЗКО начали сев.",
			"ВКО > Восточно-Казахстанская область > kz/east-kazakhstan-region/ | "
			"СКО > Северо-Казахстанская область > kz/north-kazakhstan-region/ | "
		"ЗКО > Западно-Казахстанская область > kz/west-kazakhstan-region/"},
		{"Жители Бурлинского района ЗКО ждут газ.",
			"Бурлинского района > Бурлинский район > kz/west-kazakhstan-region/burlin-district/ | "
		"ЗКО > Западно-Казахстанская область > kz/west-kazakhstan-region/"},
		{"Между Северо-Казахстанской областью и Омской областью соглашение.",
			"Северо-Казахстанской областью > Северо-Казахстанская область > kz/north-kazakhstan-region/ | "
		"Омской областью > Омская область > ru/omsk-region/"},
		{"В Алматинской\nобласти построят дорогу.",
		"Алматинской области > Алматинская область > kz/almaty-region/"},
		{"Қызылорда облысында мектеп ашылды.",
		"Қызылорда > Кызылорда > kz/kyzylorda-region/kyzylorda/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
coordinated_regions_are_mentions_and_the_head_goes_with_its_neighbour(void **state)
{
	static const Row rows[] = {
		{"Дожди пройдут в Атырауской и Мангистауской областях.",
			"Атырауской > Атырауская область > kz/atyrau-region/ | "
		"Мангистауской областях > Мангистауская область > kz/mangystau-region/"},
		{"Депутаты посетили Кызылординскую, Туркестанскую и Жамбылскую области.",
			"Кызылординскую > Кызылординская область > kz/kyzylorda-region/ | "
			"Туркестанскую > Туркестанская область > kz/turkestan-region/ | "
		"Жамбылскую области > Жамбылская область > kz/zhambyl-region/"},
		{"Из Акмолинской либо Костанайской области.",
			"Акмолинской > Акмолинская область > kz/akmola-region/ | "
		"Костанайской области > Костанайская область > kz/kostanay-region/"},
		{"в городах Астана, Алматы и Шымкент",
			"городах Астана > Астана > kz/astana/ | Алматы > Алматы > kz/almaty/ | "
		"Шымкент > Шымкент > kz/shymkent/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
old_and_foreign_spellings_give_todays_name(void **state)
{
	static const Row rows[] = {
		{"Форум пройдёт в Нур-Султане.", "Нур-Султане > Астана > kz/astana/"},
		{"Форум прошёл в НУР-СУЛТАНЕ.", "НУР-СУЛТАНЕ > Астана > kz/astana/"},
		{"Он вернулся из Алма-Аты.", "Алма-Аты > Алматы > kz/almaty/"},
		{"Школа в Капшагае переполнена.", "Капшагае > Конаев > kz/almaty-region/konaev/"},
		{"Жители Семипалатинска помнят взрывы.", "Семипалатинска > Семей > kz/abai-region/semey/"},
		{"Он родился в Целинограде.", "Целинограде > Астана > kz/astana/"},
		{"Завод в Чимкенте закрыт.", "Чимкенте > Шымкент > kz/shymkent/"},
		{"Отношения с Кыргызской Республикой крепнут.", "Кыргызской Республикой > Кыргызстан > kg/"},
		{"Бизнес Киргизии просит льгот.", "Киргизии > Кыргызстан > kg/"},
		{"Рейс в Өскемен отложен.", "Өскемен > Усть-Каменогорск > kz/east-kazakhstan-region/ust-kamenogorsk/"},
		{"Офис в г. Almaty открыт.", "г. Almaty > Алматы > kz/almaty/"},
		{"Встреча в Аста\xC2\xADне перенесена.", "Аста\xC2\xADне > Астана > kz/astana/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
countries_and_the_world(void **state)
{
	static const Row rows[] = {
		{"Президент Республики Казахстан прибыл с визитом.", "Республики Казахстан > Казахстан > kz/"},
		{"Послы Республики Узбекистан и Российской Федерации.",
		"Республики Узбекистан > Узбекистан > uz/ | Российской Федерации > Россия > ru/"},
		{"Лидеры США, Китая и Германии провели переговоры.",
		"США > США > us/ | Китая > Китай > cn/ | Германии > Германия > de/"},
		{"Форум прошёл в Нью-Йорке, затем в Вашингтоне.",
			"Нью-Йорке > Нью-Йорк > us/new-york-region/new-york/ | "
		"Вашингтоне > Вашингтон > us/washington/"},
		{"Страны Центральной Азии договорились.", "Центральной Азии > Центральная Азия > world/central-asia/"},
		{"Торговля с Чехией и Южной Кореей растёт.",
		"Чехией > Чехия > cz/ | Южной Кореей > Южная Корея > kr/"},
		{"Инвесторы из Объединённых Арабских Эмиратов приехали.",
		"Объединённых Арабских Эмиратов > Объединённые Арабские Эмираты > ae/"},
		{"Рейсы в ОАЭ и Турцию.", "ОАЭ > Объединённые Арабские Эмираты > ae/ | Турцию > Турция > tr/"},
		{"Каспийское море мелеет.", "Каспийское море > Каспийское море > world/caspian-sea/"},
		{"Выставка переехала из Ростова-на-Дону в Нижний Новгород.",
			"Ростова-на-Дону > Ростов-на-Дону > ru/rostov-region/rostov-na-donu/ | "
		"Нижний Новгород > Нижний Новгород > ru/nizhny-novgorod-region/nizhny-novgorod/"},
		{"Бишкек, Ташкент и Душанбе поддержали идею.",
			"Бишкек > Бишкек > kg/bishkek/ | Ташкент > Ташкент > uz/tashkent/ | "
		"Душанбе > Душанбе > tj/dushanbe/"},
		{"Курорты Иссык-Куля открыли сезон.", "Иссык-Куля > Иссык-Куль > kg/issyk-kul-lake/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
relational_adjectives_are_mentions_of_their_kind(void **state)
{
	static const Row rows[] = {
		{"Растёт алматинская агломерация.", "алматинская > ~Алматы > kz/almaty/"},
		{"Прошли казахстанско-узбекские переговоры.",
		"казахстанско > ~Казахстан > kz/ | узбекские > ~Узбекистан > uz/"},
		{"Очереди на казахстанско-российской границе.",
		"казахстанско > ~Казахстан > kz/ | российской > ~Россия > ru/"},
		{"Московские власти ответили.", "Московские > ~Москва > ru/moscow/"},
		{"Поставки турецких товаров выросли.", "турецких > ~Турция > tr/"},
		{"Костанайские аграрии довольны.", "Костанайские > ~Костанай > kz/kostanay-region/kostanay/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
homonyms_need_a_marker_a_preposition_or_the_documents_evidence(void **state)
{
	static const Row rows[] = {
		{"В Семее открыли театр.", "Семее > Семей > kz/abai-region/semey/"},
		{"Аким города Семей ответил.", "города Семей > Семей > kz/abai-region/semey/"},
		{"Семей с детьми поддержат.", ""},
		{"Для многодетных семей построят дома.", ""},
		{"В городе Шар открыли больницу.", "городе Шар > Шар > kz/abai-region/zharma-district/shar/"},
		{"Шар поднялся в небо.", ""},
		{"Земной шар вращается.", ""},
		{"Абай родился в 1845 году.", ""},
		{"Великий поэт Абай писал о народе.", ""},
		{"Жители города Абай жалуются. По их словам, Абай нуждается в дорогах.",
			"города Абай > Абай > kz/karaganda-region/abai-district/abai/ | "
		"Абай > Абай > kz/karaganda-region/abai-district/abai/"},
		{"Или мы сделаем это, или никто.", ""},
		{"Урал Мухамеджанов возглавил палату.", ""},
		{"Алга, друзья!", ""},
		{"Май выдался тёплым.", ""},
		{"СЕМЕЙ, 12 мая – В городе открыт завод.", "СЕМЕЙ > Семей > kz/abai-region/semey/"},
		{"Рудный день закончился.", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
russian_homonyms_follow_the_documents_country(void **state)
{
	static const Row rows[] = {
		{"На Урале выпал снег.", "Урале > Урал > ru/ural/"},
		{"Во Владимире прошёл форум.", "Владимире > Владимир > ru/vladimir-region/vladimir/"},
		{"Владимир прибыл с визитом.", ""},
		{"В городе Орле открыли музей.", "городе Орле > Орёл > ru/oryol-region/oryol/"},
		{"Орёл взлетел над полем.", ""},
		{"Сплав по реке Лене закончен.", "реке Лене > Лена > ru/lena-river/"},
		{"Лена вышла замуж.", ""},
	};

	(void) state;
	check_places(rows, "ru");
}

static void
names_of_things_that_sound_like_places_are_none(void **state)
{
	static const Row rows[] = {
		{"Митинг прошёл на улице Абая.", ""},
		{"На проспекте Кабанбай батыра сменили асфальт.", ""},
		{"Университет имени Кунаева принял студентов.", ""},
		{"Пресс-конференция в центре «Алатау» завершена.", ""},
		{"Газета «Туркестан» отметила юбилей.", ""},
		{"Гостиница «Москва» закрыта на ремонт.", ""},
		{"Клуб «Астана» обыграл «Актобе».", ""},
		{"Станция «Байконур» достроена.", ""},
		{"Журнал “Сибирь” вышел в печать.", ""},
		{"Марка \"Волга\" вернулась на рынок.", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
surnames_that_are_also_towns_are_none(void **state)
{
	static const Row rows[] = {
		{"Об этом заявил Владимир Кострома.", ""},
		{"Картину написал В. Ростов.", ""},
		{"По словам Сергея Тобола, всё готово.", ""},
		{"Песню поёт Тамара Гомель.", ""},
		{"Выступил Олег Сорокин-Камский.", ""},
		{"Председатель Верховного Совета Узбекистана ушёл.", "Узбекистана > Узбекистан > uz/"},
		{"Письмо Дарье Лазаревой-Обской.", ""},
		{"Поезд Шымкент-Ташкент отменён.",
		"Шымкент > Шымкент > kz/shymkent/ | Ташкент > Ташкент > uz/tashkent/"},
		{"А Куйбышев, Барабинск? Где мост?", "Куйбышев > Куйбышев > ru/novosibirsk-region/kuybyshev/ | "
		"Барабинск > Барабинск > ru/novosibirsk-region/barabinsk/"},
	};

	(void) state;
	check_places(rows, NULL);
}

static void
ordinary_words_are_none(void **state)
{
	static const Row rows[] = {
		{"Страна, область и город должны развиваться.", ""},
		{"Глава региона посетил столицу.", ""},
		{"После заседания прошёл брифинг.", ""},
		{"В Сенате обсудили, как беречь окружающую среду.", ""},
		{"Учитель английского языка выиграл конкурс.", ""},
		{"На уроке русского языка читали стихи.", ""},
		{"Президентские реформы идут по плану.", ""},
		{"Пресс-служба ответила на запрос.", ""},
		{"Генеральная Ассамблея ООН приняла резолюцию.", ""},
		{"Молодёжь выбирает спорт.", ""},
		{"Это новый уровень развития.", ""},
		{"", ""},
		{"\xD0\xFF\xD0 \xC2\xAB\x80", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
places_inside_names_of_bodies_and_between_others(void **state)
{
	static const Row rows[] = {
		{"Ассамблея народа Казахстана собралась.", "Казахстана > Казахстан > kz/"},
		{"Прогноз дал Банк России.", "России > Россия > ru/"},
		{"Коммунистическая партия Китая поддержала.", "Китая > Китай > cn/"},
		{"г. Усть-Каменогорск, ул. Казахстан, 5",
		"г. Усть-Каменогорск > Усть-Каменогорск > kz/east-kazakhstan-region/ust-kamenogorsk/"},
		{"На площади Астана прошёл парад.", ""},
		{"В микрорайоне Алатау нет воды.", ""},
		{"Стратегия «Казахстан-2050» обсуждена.", ""},
		{"Футболисты «Кайрата» и «Тобола» сыграли вничью.", ""},
		{"Трасса Алматы–Астана закрыта.", "Алматы > Алматы > kz/almaty/ | Астана > Астана > kz/astana/"},
		{"Он родом из Шара.", "Шара > Шар > kz/abai-region/zharma-district/shar/"},
		{"Он живёт в г. Нур-Султане, она в городе Ростове-на-Дону.",
			"г. Нур-Султане > Астана > kz/astana/ | "
		"городе Ростове-на-Дону > Ростов-на-Дону > ru/rostov-region/rostov-na-donu/"},
		{"Урал Абдрахманов прибыл.", ""},
		{"Алматинцы и астанчане вышли на субботник.", ""},
		{"Южно-Казахстанская область переименована.",
		"Южно-Казахстанская область > Туркестанская область > kz/turkestan-region/"},
		{"Торговля с Республикой Беларусь и Белоруссией – одно.",
		"Республикой Беларусь > Беларусь > by/ | Белоруссией > Беларусь > by/"},
		{"Диктант на казахском и русском языках.", ""},
		{"Вечером в Темиртау, на вокзале.", "Темиртау > Темиртау > kz/karaganda-region/temirtau/"},
		{"Поезд идёт из с. Кулан в г. Тараз.",
			"с. Кулан > Кулан > kz/zhambyl-region/turar-ryskulov-district/kulan/ | "
		"г. Тараз > Тараз > kz/zhambyl-region/taraz/"},
		{"Сход в с. Исфана-Баши отменили.", "с. Исфана-Баши > Исфана-Баши > ?"},
		{"Уровень реки Большой Узень растёт.", "реки Большой Узень > Большой Узень > kz/bolshoy-uzen-river/"},
		{"Глубоковский район ВКО ждёт дорогу.",
			"Глубоковский район > Глубоковский район > kz/east-kazakhstan-region/glubokoe-district/ | "
		"ВКО > Восточно-Казахстанская область > kz/east-kazakhstan-region/"},
		{"Якутск – столица Республики Саха (Якутия).",
		"Якутск > Якутск > * | Республики Саха (Якутия) > Республика Саха (Якутия) > ru/sakha-region/"},
		{"Он изучал право в штате Нью-Йорк.", "штате Нью-Йорк > штат Нью-Йорк > us/new-york-region/"},
		{"Форум в Оше собрал гостей с Кавказа.",
		"Оше > Ош > kg/osh/ | Кавказа > Кавказ > world/caucasus/"},
		{"Жители Тараза, Шымкента и Кызылорды против.",
			"Тараза > Тараз > kz/zhambyl-region/taraz/ | Шымкента > Шымкент > kz/shymkent/ | "
		"Кызылорды > Кызылорда > kz/kyzylorda-region/kyzylorda/"},
		{"Самолёт Санкт-Петербург – Москва – Бишкек.",
			"Санкт-Петербург > Санкт-Петербург > ru/saint-petersburg/ | "
		"Москва > Москва > ru/moscow/ | Бишкек > Бишкек > kg/bishkek/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
headings_in_capitals_are_read_too(void **state)
{
	static const Row rows[] = {
		{"АКИМ КАРАГАНДИНСКОЙ ОБЛАСТИ ПРОВЁЛ ВСТРЕЧУ",
		"КАРАГАНДИНСКОЙ ОБЛАСТИ > Карагандинская область > kz/karaganda-region/"},
		{"АСТАНА. 12 мая. КАЗИНФОРМ", "АСТАНА > Астана > kz/astana/"},
		{"СТАНЕТ ЛИ АЛМАТЫ ЧИЩЕ", "АЛМАТЫ > Алматы > kz/almaty/"},
		{"РК И РФ ПОДПИСАЛИ ДОГОВОР", "РК > Казахстан > kz/ | РФ > Россия > ru/"},
		{"рк и рф подписали договор", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
mentions_stand_in_order_and_inside_the_text(void **state)
{
	static const char *const texts[] = {
		"г.Алматы, Туркестанской и Алматинской областях, на Урале и в Семее",
		"казахстанско-российско-узбекские, Северо-Казахстанской, ВКО «Алатау» Нур-Султан",
		"Астана Астана\n\nАстана. г. г. Астана, г.",
	};

	(void) state;
	for (size_t i = 0; i < LEN(texts); i++)
	{
		Scan		scan;
		uint32_t	end = 0;

		scan_names(&scan, texts[i], NULL, TB_NO_DAY);
		assert_true(scan.doc.places.n > 0);
		for (uint32_t k = 0; k < scan.doc.places.n; k++)
		{
			const TbPlace *p = &scan.doc.places.at[k];

			assert_true(p->first < p->end && p->end <= scan.doc.text.ntok);
			assert_true(p->span.start >= end && p->span.start < p->span.end);
			assert_true(p->span.end <= strlen(texts[i]));
			assert_non_null(p->name);
			assert_non_null(p->rule);
			end = p->span.end;
		}
		scan_done(&scan);
	}
}

static void
rural_okrugs_need_their_head(void **state)
{
	static const Row rows[] = {
		{"Аким Долонского сельского округа провёл сход.",
		"Долонского сельского округа > Долонский сельский округ > kz/abai-region/beskaragai-district/dolon-okrug/"},
		{"Сход прошёл в Долонском с.о. в субботу.",
		"Долонском с.о. > Долонский сельский округ > kz/abai-region/beskaragai-district/dolon-okrug/"},
		{"Жители сельского округа Жибек жолы просят помощи.",
		"сельского округа Жибек жолы > сельский округ Жибек жолы > *"},
		{"Сход в сельском округе Заря прошёл спокойно.",
		"сельском округе Заря > сельский округ Заря > ?"},
		{"Школа в Долонском лесу закрыта.", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
districts_of_a_city_need_the_city(void **state)
{
	static const Row rows[] = {
		{"В Алматы открыли школу. Жители Медеуского района довольны.",
		"Алматы > Алматы > kz/almaty/ | Медеуского района > Медеуский район > kz/almaty/medeu-district/"},
		{"Пожар в Ленинском районе Самары потушен.",
		"Ленинском районе > Ленинский район > ? | Самары > Самара > ru/samara-region/samara/"},
		{"Мост в Лейлекском районе открыт.",
		"Лейлекском районе > Лейлекский район > kg/batken-region/leylek-district/"},
		{"В Абайском районе области Абай засуха.",
		"Абайском районе > Абайский район > kz/abai-region/abai-district/ | области Абай > область Абай > kz/abai-region/"},
	};

	(void) state;
	check_places(rows, NULL);
}

static void
abbreviations_of_the_texts_own_country(void **state)
{
	static const Row rows[] = {
		{"Кыргызстан ждёт гостей, сообщил МИД КР.", "Кыргызстан > Кыргызстан > kg/ | КР > Кыргызстан > kg/"},
	};
	static const Row russian[] = {
		{"Москва ждёт главу МИД РК.", "Москва > Москва > ru/moscow/ | РК > Казахстан > kz/"},
		{"Правительство РБ собралось, Уфа ждёт.",
		"РБ > Республика Башкортостан > ru/bashkortostan-region/ | Уфа > Уфа > ru/bashkortostan-region/ufa/"},
	};
	static const Row foreign[] = {
		{"Акционеры КР собрались в Алматы.", "Алматы > Алматы > kz/almaty/"},
		{"НАО «Центр» открыло офис.", ""},
	};

	(void) state;
	check_places(rows, "kg");
	check_places(foreign, "kz");
	check_places(russian, "ru");
}

static void
names_of_companies_hold_no_places(void **state)
{
	static const Row rows[] = {
		{"Об этом пишет Интерфакс-Казахстан.", ""},
		{"Рейс выполняет Эйр Астана.", ""},
		{"Сегодня ТОО «Семей Сервис Плюс» закрыто.", ""},
		{"Встретил его Владимир Зеленский.", ""},
		{"Люди вышли на улицы Лондона.", "Лондона > Лондон > gb/london/"},
		{"Он живёт на улице Лондона.", ""},
		{"Мэр города Лужков уехал.", ""},
		{"Долг Рудного растёт, сообщили в Костанайской области.",
		"Рудного > Рудный > kz/kostanay-region/rudny/ | Костанайской области > Костанайская область > kz/kostanay-region/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
a_list_has_one_marker_for_all(void **state)
{
	static const Row rows[] = {
		{"По рекам Жайык, Илек и Жем идёт вода.",
			"рекам Жайык > Урал > kz/ural-river/ | Илек > Илек > kz/ilek-river/ | "
		"Жем > Эмба > kz/emba-river/"},
		{"Рыба есть в озёрах Балхаш, Зайсан и Алаколь.",
			"озёрах Балхаш > Балхаш > kz/balkhash-lake/ | Зайсан > Зайсан > kz/zaisan-lake/ | "
		"Алаколь > Алаколь > kz/alakol-lake/"},
		{"Нет света в сёлах Кулан, Жанатурмыс и Заречье.",
			"сёлах Кулан > Кулан > kz/zhambyl-region/turar-ryskulov-district/kulan/ | "
		"Жанатурмыс > Жанатурмыс > ? | Заречье > Заречье > ?"},
		{"Фермеры районов Алтынсарина и Беимбета Майлина ждут дождя.",
			"районов Алтынсарина > Алтынсаринский район > kz/kostanay-region/altynsarin-district/ | "
		"Беимбета Майлина > район Беимбета Майлина > kz/kostanay-region/beimbet-mailin-district/"},
		{"Снег выпал в областях Абай, Жетісу и Улытау.",
			"областях Абай > область Абай > kz/abai-region/ | Жетісу > область Жетісу > kz/zhetisu-region/ | "
		"Улытау > область Улытау > kz/ulytau-region/"},
		/* one river, and then something else */
		{"Вдоль реки Илек, Ержан и его друзья.", "реки Илек > Илек > kz/ilek-river/"},
		{"В сёлах Кулан и Ержан Сериков был.",
		"сёлах Кулан > Кулан > kz/zhambyl-region/turar-ryskulov-district/kulan/"},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
adjectives_and_persons_that_are_towns_too(void **state)
{
	static const Row rows[] = {
		{"Мирный договор подписан в Мирном.", "Мирном > Мирный > *"},
		{"В Белом доме молчат. Встреча в Белом зале. В Грозном дети пошли в школу.", "Грозном > Грозный > *"},
		{"Дожди в Казалинском, Аральском и Кармакшинском районах. Он уехал с Казалинском в сердце.",
			"Казалинском > Казалинский район > * | Аральском > Аральский район > * | "
			"Кармакшинском районах > Кармакшинский район > * | "
		"Казалинском > Казалинск > *"},
		{"Коми ждёт мост через Печору. Поезд идёт через Печору. Он живёт в Печоре.",
			"Коми > * > * | Печору > Печора > ru/pechora-river/ | "
		"Печору > Печора > ru/komi-region/pechora/ | Печоре > Печора > ru/komi-region/pechora/"},
		{"Возвращено 40 га в Кобдинском районе, остальное – в Хромтауском и Мартукском. Хромтауский рудник цел.",
			"Кобдинском районе > * > * | Хромтауском > Хромтауский район > * | "
		"Мартукском > Мартукский район > * | Хромтауский > ~Хромтау > *"},
		{"Она представляет в Совете Республики Минскую область.", "Минскую область > Минская область > *"},
		{"Он говорил о Каспии, Балхаше и реках.", "Каспии > * > * | Балхаше > Балхаш > kz/balkhash-lake/"},
		{"В Камчатском крае снег. Он живёт в Петропавловске.",
		"Камчатском крае > * > * | Петропавловске > Петропавловск-Камчатский > ru/kamchatka-region/petropavlovsk-kamchatsky/"},
		{"Он живёт в Петропавловске.", "Петропавловске > Петропавловск > kz/north-kazakhstan-region/petropavlovsk/"},
		{"Проекты в Балканском и Марыйском велаятах.",
			"Балканском > Балканский велаят > tm/balkan-region/ | "
		"Марыйском велаятах > Марыйский велаят > tm/mary-region/"},
		{"Дождь прошёл на севере, Южный Казахстан ждёт жары.", "Казахстан > Казахстан > kz/"},
		{"Пожар в Железнодорожном районе Самары потушен.",
		"Железнодорожном районе > Железнодорожный район > ? | Самары > Самара > ru/samara-region/samara/"},
		{"Об этом в Рудном спросили, и Рудный получит ответ.",
			"Рудном > Рудный > kz/kostanay-region/rudny/ | "
		"Рудный > Рудный > kz/kostanay-region/rudny/"},
		{"Он из Иванова. Дом Иванова снесли.", "Иванова > Иваново > ru/ivanovo-region/ivanovo/"},
		{"Река Или мелеет. Или так кажется.", "Река Или > Или > kz/ili-river/"},
		{"Город Курчатов построил академик Курчатов.", "Город Курчатов > Курчатов > *"},
		{"Свет отключат в Свердловском и Ленинском районах Бишкека.",
			"Свердловском > Свердловский район > kg/bishkek/sverdlov-district/ | "
			"Ленинском районах > Ленинский район > kg/bishkek/lenin-district/ | "
		"Бишкека > Бишкек > kg/bishkek/"},
		{"Депутат Рыбинский заявил, что сообщил Тобольский.", ""},
		{"Депутат Кировского районного совета ушёл.", "Кировского > ~Киров > ru/kirov-region/kirov/"},
	};

	(void) state;
	check_places(rows, NULL);
}

static void
endings_tell_towns_that_no_list_has(void **state)
{
	static const Row rows[] = {
		{"Пожар в Красноусольске потушен.", "Красноусольске > Красноусольск > ?"},
		{"Они приехали из Нижнемамоновки.", "Нижнемамоновки > Нижнемамоновка > ?"},
		{"Он вернулся в Новоусольград вчера.", "Новоусольград > Новоусольград > ?"},
		{"Они спорили о Черноуске.", ""},
		{"Вчера в Шараповичеве спорили.", ""},
		{"Гуляли в «Красноусольске».", ""},
		{"В ПЕРЕСТАНОВКЕ МЕБЕЛИ", ""},
	};

	(void) state;
	check_places(rows, "kz");
}

static void
routes_waters_and_countries_in_parentheses(void **state)
{
	static const Row rows[] = {
		{"Поезд Алматы — Семей опоздал.",
		"Алматы > Алматы > kz/almaty/ | Семей > Семей > kz/abai-region/semey/"},
		{"Мост через Урал закрыт.", "Урал > Урал > kz/ural-river/"},
		{"Сад на берегу Днепра цветёт.", "Днепра > Днепр > ua/dnieper-river/"},
		{"Туристы любят горы Алтая.", "горы Алтая > Алтай > ru/altai/"},
		{"Добыча на месторождении Тенгиз выросла.",
		"месторождении Тенгиз > Тенгиз > kz/tengiz-field-area/"},
		{"Завод в Кировске (Беларусь) закрыт.",
		"Кировске > Кировск > by/mogilev-region/kirovsk/ | Беларусь > Беларусь > by/"},
		{"В селе Заря нет врача.", "селе Заря > Заря > ?"},
		{"Он приехал из Гурьева (ныне Атырау).",
		"Гурьева > Атырау > kz/atyrau-region/atyrau/ | Атырау > Атырау > kz/atyrau-region/atyrau/"},
		{"Письмо подписал Гурьев.", ""},
		{"Завод стоял в Джамбуле.", "Джамбуле > Тараз > kz/zhambyl-region/taraz/"},
		{"Клуб «Елимай» (Семей) победил.", "Семей > Семей > kz/abai-region/semey/"},
		{"Жители Аксай-3 довольны.", ""},
		{"Сход в ауле Кызылжар Райымбекского района.",
			"ауле Кызылжар > Кызылжар > * | "
		"Райымбекского района > Райымбекский район > kz/almaty-region/raiymbek-district/"},
		{"Посевы Жамбылского района Алматинской области взошли.",
			"Жамбылского района > Жамбылский район > kz/almaty-region/zhambyl-district/ | "
		"Алматинской области > Алматинская область > kz/almaty-region/"},
		{"Стычка на афгано-таджикской границе.",
		"афгано > ~Афганистан > af/ | таджикской > ~Таджикистан > tj/"},
		{"Об этом сообщил аким города Владимир Шевцов.", ""},
		{"Размыло Военно-Грузинскую дорогу.", ""},
		{"Депутат ЖК КР прибыл в Ош.", "КР > Кыргызстан > kg/ | Ош > Ош > kg/osh/"},
		{"В с. Долон нет врача.", "с. Долон > Долон > ?"},
		{"Жители села Родина Целиноградского района рады.",
			"села Родина > Родина > * | "
		"Целиноградского района > Целиноградский район > kz/akmola-region/tselinograd-district/"},
		/* Kyrgyzstan and Ukraine have one, but the text does not speak of them */
		{"Сход в с. Ивановка прошёл.", "с. Ивановка > Ивановка > ?"},
		{"Это отдалённый район. Алматы далеко.", "Алматы > Алматы > kz/almaty/"},
	};

	(void) state;
	check_places(rows, "kz");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_has_one_marker_for_all),
		cmocka_unit_test(adjectives_and_persons_that_are_towns_too),
		cmocka_unit_test(endings_tell_towns_that_no_list_has),
		cmocka_unit_test(routes_waters_and_countries_in_parentheses),
		cmocka_unit_test(a_marker_joins_the_name_and_chooses_its_type),
		cmocka_unit_test(what_leads_a_name_or_follows_it_tells_whether_it_is_a_place),
		cmocka_unit_test(a_region_carries_its_head_in_any_case),
		cmocka_unit_test(coordinated_regions_are_mentions_and_the_head_goes_with_its_neighbour),
		cmocka_unit_test(old_and_foreign_spellings_give_todays_name),
		cmocka_unit_test(countries_and_the_world),
		cmocka_unit_test(relational_adjectives_are_mentions_of_their_kind),
		cmocka_unit_test(homonyms_need_a_marker_a_preposition_or_the_documents_evidence),
		cmocka_unit_test(russian_homonyms_follow_the_documents_country),
		cmocka_unit_test(names_of_things_that_sound_like_places_are_none),
		cmocka_unit_test(surnames_that_are_also_towns_are_none),
		cmocka_unit_test(ordinary_words_are_none),
		cmocka_unit_test(places_inside_names_of_bodies_and_between_others),
		cmocka_unit_test(headings_in_capitals_are_read_too),
		cmocka_unit_test(rural_okrugs_need_their_head),
		cmocka_unit_test(districts_of_a_city_need_the_city),
		cmocka_unit_test(abbreviations_of_the_texts_own_country),
		cmocka_unit_test(names_of_companies_hold_no_places),
		cmocka_unit_test(mentions_stand_in_order_and_inside_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
