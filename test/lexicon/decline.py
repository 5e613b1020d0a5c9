"""Russian names of places in six cases, by rules that share nothing with src/lex.

decline('Нижний Новгород') -> six forms.  Written to check the program's own
inflection: schoolbook endings, and lists of what endings do not tell.
"""
import re

CASES = ('nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional')

# what an ending does not tell
FEMININE = set('''Казань Пермь Тверь Рязань Астрахань Сызрань Керчь Обь Сибирь Сарань Арысь Кубань Тюмень
    Кемь Усмань Медынь Электросталь Русь Гавань Любань Агидель Юрюзань Мезень Умань Сысерть Назрань Лагань
    Микунь Обоянь Лебедянь Рошаль Чердынь Арамиль Нягань Россошь Беларусь Лодзь Познань Ак-Мечеть
    область Область'''.split())

# plurals and their genitives
PLURAL = {
    'Химки': 'Химок', 'Горки': 'Горок', 'Петушки': 'Петушков', 'Люберцы': 'Люберец', 'Мытищи': 'Мытищ',
    'Луки': 'Лук', 'Челны': 'Челнов', 'Боровичи': 'Боровичей', 'Березники': 'Березников', 'Вязники': 'Вязников',
    'Ессентуки': 'Ессентуков', 'Котельники': 'Котельников', 'Родники': 'Родников', 'Сланцы': 'Сланцев',
    'Бронницы': 'Бронниц', 'Апатиты': 'Апатитов', 'Валуйки': 'Валуек', 'Грязи': 'Грязей', 'Лиски': 'Лисок',
    'Ливны': 'Ливен', 'Мыски': 'Мысков', 'Топки': 'Топок', 'Тетюши': 'Тетюш', 'Мураши': 'Мурашей',
    'Ключи': 'Ключей', 'Сухиничи': 'Сухиничей', 'Афины': 'Афин', 'Филиппины': 'Филиппин', 'Эмираты': 'Эмиратов',
    'Штаты': 'Штатов', 'острова': 'островов', 'территории': 'территорий', 'Черкассы': 'Черкасс', 'Сумы': 'Сум',
    'Шахты': 'Шахт', 'Чебоксары': 'Чебоксар', 'Кимры': 'Кимр', 'Озёры': 'Озёр', 'Озеры': 'Озер',
    'Нидерланды': 'Нидерландов', 'Мальдивы': 'Мальдив', 'Багамы': 'Багам', 'Коморы': 'Комор', 'Воды': 'Вод',
    'Саки': 'Сак', 'Огни': 'Огней', 'Поляны': 'Полян', 'Зори': 'Зорь', 'Серги': 'Серёг', 'Черновцы': 'Черновцов',
    'Барановичи': 'Барановичей', 'Дубравы': 'Дубрав', 'Гренадины': 'Гренадин',
    'Харабали': 'Харабалей', 'Дюртюли': 'Дюртюлей', 'Туймазы': 'Туймазов', 'Учалы': 'Учалов',
    'Клинцы': 'Клинцов', 'Меленки': 'Меленок', 'Семилуки': 'Семилук', 'Наволоки': 'Наволок',
    'Осинники': 'Осинников', 'Гулькевичи': 'Гулькевичей', 'Щигры': 'Щигров', 'Кириши': 'Киришей',
    'Луховицы': 'Луховиц', 'Электроугли': 'Электроуглей', 'Кулебаки': 'Кулебак', 'Сольцы': 'Сольцов',
    'Новосокольники': 'Новосокольников', 'Печоры': 'Печор', 'Клепики': 'Клепиков', 'Шиханы': 'Шихан',
    'Бавлы': 'Бавлов', 'Липки': 'Липок', 'Покачи': 'Покачей', 'Карталы': 'Карталов', 'Касли': 'Каслей'}

INDECLINABLE = set('США ОАЭ КНДР ООН СПб КазССР Мали Того'.split())

FLEETING = {'Орёл': 'Орл', 'Орел': 'Орл', 'Египет': 'Египт', 'Торжок': 'Торжк', 'Волочек': 'Волочк',
            'городок': 'городк', 'Хилок': 'Хилк', 'Починок': 'Починк', 'Елец': 'Ельц'}

# -ой and the like that are nouns
NOUNS = set('''Марий Ханой Уренгой Китай Алтай Парагвай Уругвай Дубай Бомбей Джанкой Курчалой Сясьстрой Нитерой
    Маврикий Сурабая Джая Каспий'''.split())

PARTICLES = set('на де ди да ла ле эль аль ан эн дю сюр дель дос лос лас он апон'.split())

CONSONANT = '[бвгджзклмнпрстфхцчшщ]$'


def adjective(word):
    """Is the word an adjective by its ending, and of what gender; None: no."""
    if word.split('-')[-1] in NOUNS or '-Дону' in word:
        return None
    if re.search('[бвгджзклмнпрстхчшщ](ий|ый|ой)$', word) and len(word) > 4:
        return 'm'
    if re.search('[^аеиоуыэюя](ая|яя)$', word) and len(word) > 4:
        return 'f'
    if re.search('(ое|ее)$', word) and len(word) > 4:
        return 'n'
    if re.search('(ые|ие)$', word) and len(word) > 4:
        return 'p'
    return None


def bend_adjective(word, gender):
    stem = word[:-2]
    hush = stem[-1] in 'жшщч'
    soft = word.endswith(('яя', 'ее', 'ий', 'ие')) and stem[-1] not in 'кгх' and not hush
    i = 'и' if soft or stem[-1] in 'кгхжшщч' else 'ы'
    o = 'е' if soft or (hush and not word.endswith(('ой', 'ое'))) else 'о'
    if gender == 'm' or gender == 'n':
        return [word, stem + o + 'го', stem + o + 'му', word, stem + i + 'м', stem + o + 'м']
    if gender == 'f':
        return [word, stem + o + 'й', stem + o + 'й', stem + ('юю' if soft else 'ую'), stem + o + 'й', stem + o + 'й']
    return [word, stem + i + 'х', stem + i + 'м', word, stem + i + 'ми', stem + i + 'х']


def possessive(word):
    """«Гаврилов Посад», «Петров Вал»: nouns but for the instrumental."""
    return [word, word + 'а', word + 'у', word, word + 'ым', word + 'ом']


def endings(word, stem, six):
    return [word] + [stem + e for e in six[:2]] + [word if six[2] is None else stem + six[2]] + \
        [stem + e for e in six[3:]]


def bend_hyphened(word):
    parts = word.split('-')
    if parts[1] == 'на':
        return [f + '-' + '-'.join(parts[1:]) for f in bend_noun(parts[0])]
    if len(parts) == 2 and adjective(parts[1]) and not adjective(parts[0]):
        return ['-'.join(pair) for pair in zip(bend_noun(parts[0]), bend_word(parts[1]))]
    if any(p.lower() in PARTICLES for p in parts[:-1]) and not re.search(CONSONANT, parts[-1]):
        return [word] * 6
    return ['-'.join(parts[:-1]) + '-' + f for f in bend_word(parts[-1])]


def bend_noun(word):
    if word in FEMININE:
        return endings(word, word[:-1], ['и', 'и', None, 'ью', 'и'])
    if '-' in word:
        return bend_hyphened(word)
    if word in INDECLINABLE or re.search('[^А-Яа-яЁё]', word) or (word.isupper() and len(word) > 1):
        return [word] * 6
    if word in PLURAL:
        a = 'я' if re.search('[^гкхжшщч]и$', word) else 'а'
        stem = word[:-1]
        return [word, PLURAL[word], stem + a + 'м', word, stem + a + 'ми', stem + a + 'х']
    if word in FLEETING:
        return endings(word, FLEETING[word], ['а', 'у', None, 'ом', 'е'])
    if re.search('(ов|ев|ёв|ин|ын)о$', word) and len(word) > 4 and word != 'Марино':
        return endings(word, word[:-1], ['а', 'у', None, 'ом', 'е'])
    if word.endswith(('лье', 'тье', 'рье', 'жье', 'нье', 'море', 'Море', 'Поле')):
        return endings(word, word[:-1], ['я', 'ю', None, 'ем', 'е'])
    if word[-1] in 'еоёиуюэы' or word.endswith(('уа', 'оа')):
        return [word] * 6
    if word.endswith('ия'):
        return endings(word, word[:-1], ['и', 'и', 'ю', 'ей', 'и'])
    if word[-1] == 'я':
        return endings(word, word[:-1], ['и', 'е', 'ю', 'ей', 'е'])
    if word[-1] == 'а':
        before = word[-2]
        return endings(word, word[:-1], ['и' if before in 'гкхжшщч' else 'ы', 'е', 'у',
                                         'ей' if before in 'жшщчц' else 'ой', 'е'])
    if word.endswith('Камень'):
        return endings(word, word[:-3] + 'н', ['я', 'ю', None, 'ем', 'е'])
    if word[-1] in 'ьй':
        return endings(word, word[:-1], ['я', 'ю', None, 'ем', 'и' if word.endswith('ий') else 'е'])
    return bend_hard(word)


# their endings are stressed: Череповцом
STRESSED = ('Бирюч', 'Калач', 'Ключ', 'Череповец', 'Елец', 'Городец', 'Барыш')


def bend_hard(word):
    stem = word
    if re.search('[аеиоуыэюяё][влмнпрдт]ец$', word) and len(word) > 3:
        stem = word[:-2] + ('ь' if word[-3] == 'л' else '') + 'ц'
    em = 'ем' if stem[-1] in 'жшщчц' and word not in STRESSED else 'ом'
    return endings(word, stem, ['а', 'у', None, em, 'е'])


def bend_word(word):
    gender = adjective(word)
    if gender and re.search('^(?!Аль|Усть).*[бвгджзклмнпрстфхцчшщь]-[А-Я]', word):      # Гусь-Хрустальный
        gender = None
    return bend_adjective(word, gender) if gender else bend_noun(word)


def decline(name):
    """Six forms of a name of one or more words: adjectives and the head bend, what follows it does not."""
    words = name.split(' ')
    if len(words) == 1:
        return bend_word(name)
    forms = [[] for _ in CASES]
    bent = False
    for k, word in enumerate(words):
        last = k + 1 == len(words)
        gender = adjective(word)
        if bent:
            six = [word] * 6
            bent = word != 'и' and not (word in '-–—' and words[0] != 'Республика')     # Босния и Герцеговина
        elif gender and not last and words[k + 1] != '-':
            six = bend_adjective(word, gender)
        elif re.search('^[А-Я].*(ов|ев)$', word) and not last:
            six = possessive(word)
        else:
            six = bend_word(word)
            bent = True
        for case, form in zip(forms, six):
            case.append(form)
    return [' '.join(f) for f in forms]
