#!/usr/bin/env python3
"""Are the places of reference lists found in all six cases, in the right country?

    make tools build/probe && test/lexicon/reference.py FOLDER

FOLDER holds the lists, none of which is part of the project: kz_kato.csv,
region.csv, city.csv, cldr_territories_ru.tsv, place_aliases.tsv,
geonames_cities_ru.tsv (the 1,000 largest).  Lists that are missing are passed
over.  Each name is bent by decline.py, which shares no rule with src/lex, and
stands in six sentences: bare, with the marker of its type, and last beside
its country.  What is found in the wrong country, or not at all, is printed
unless excused.tsv gives the reason; a reason that no name needs is printed too.

`--bent` prints the six forms of every name, to be read by somebody.
"""
import collections
import csv
import os
import re
import subprocess
import sys

from decline import decline

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, '..', '..')

SENTENCES = ('Всех удивляет %s, сообщили вчера.', 'Гости приехали из %s, сообщили вчера.',
             'Гости благодарны %s, сообщили вчера.', 'Гости увидели %s, сообщили вчера.',
             'Гости гордятся %s, сообщили вчера.', 'Гости побывали в %s, сообщили вчера.')

MARKERS = {
    'city': ('город', 'города', 'городу', 'город', 'городом', 'городе'),
    'settlement': ('село', 'села', 'селу', 'село', 'селом', 'селе'),
    'river': ('река', 'реки', 'реке', 'реку', 'рекой', 'реке'),
    'lake': ('озеро', 'озера', 'озеру', 'озеро', 'озером', 'озере'),
    'region': ('провинция', 'провинции', 'провинции', 'провинцию', 'провинцией', 'провинции'),
    'country': ('республика', 'республики', 'республике', 'республику', 'республикой', 'республике'),
}

# name: as a text writes it; place: the path it must mean, or begin with; beside: the country's name
Wanted = collections.namedtuple('Wanted', 'list name type place beside')


def rows(folder, name, delimiter=','):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        print('no %s' % name)
        return []
    with open(path, encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == '\t' else 0))


def gazetteer():
    """What data/ says: code -> name, and official code -> code."""
    names, official = {}, {}
    for file in ('kz', 'kz_okrugs', 'ru', 'near', 'world'):
        with open(os.path.join(TOP, 'data', 'places_%s.tsv' % file), encoding='utf-8') as f:
            for line in f:
                cells = line.rstrip('\n').split('\t')
                if len(cells) > 4 and not line.startswith('#'):
                    names[cells[0]] = re.sub(r' \{.*?\}', '', cells[2])
                    official.setdefault(cells[3], cells[0])
    return names, official


# ------------------------------------------------------------------ the lists

# КАТО shortens the heads of its units
KATO_HEADS = (
    (r'\s+Г\.А\.$', ''), (r'^г\.\s*(?!а\.)', ''), (r'^с\.\s*(?!о|а)', ''),
    (r'\s*с\.\s*о\.?$', ' сельский округ'), (r'^с\.\s*о\.\s*', 'сельский округ '),
    (r'^р\.а\.', 'район'), (r'(.*) р\.а\.$', r'район \1'),
    (r'\s+п\.а\.$', ' поселковая администрация'), (r'^п\.а\.\s*', 'поселковая администрация '),
    (r'\s+с\.а\.$', ' сельская администрация'), (r'^с\.а\.\s*', ''),
    (r'\s+г\.а\.$', ' городская администрация'), (r'^г\.а\.\s*', 'городская администрация '),
)


def in_order(name):
    """«Достык сельский округ» -> «сельский округ Достык», «Улкен Нарынский …» -> «Улкен-Нарынский …»."""
    match = re.match('(.+) ((?:сельский округ|(?:поселковая|сельская|городская) администрация))$', name)
    if not match or re.fullmatch('[^ ]+(ий|ый|ой|ая)', match[1]):
        return name
    if re.search('(ий|ый|ой|ая)$', match[1]):
        return match[1].replace(' ', '-') + ' ' + match[2]
    return match[2] + ' ' + match[1]


def from_kato(folder, names, official):
    """Units, each beside what it lies in: Абайский сельский округ is four."""
    above = {}
    for row in rows(folder, 'kz_kato.csv'):
        raw, name = row['name_ru'].strip(), row['name_ru'].strip()
        for pattern, head in KATO_HEADS:
            name = re.sub(pattern, head, name)
        name = in_order(re.sub(r'\s+', ' ', name))
        kind = ('city' if re.search(r'Г\.А\.$|^г\.', raw) else
                'settlement' if row['level'] == 'settlement' or raw.startswith('с.а.') else '')
        above = {level: above[level] for level in KATO_ABOVE[row['level']] if level in above}
        beside = ', '.join(above.values()) or 'Казахстан'
        above[row['level']] = name
        place = official.get(row['kato'], 'no row of %s' % row['kato'])
        if raw.endswith('Г.А.'):
            yield Wanted('kz_kato.csv', 'городская администрация ' + name, '', place, beside)
            place = 'kz/'
        yield Wanted('kz_kato.csv', name, kind, place, beside)


KATO_ABOVE = {'oblast': (), 'district': ('oblast',), 'sub_district': ('oblast', 'district'),
              'settlement': ('oblast', 'district')}

RUSSIAN_HEADS = {'обл': '%s область', 'край': '%s край', 'АО': '%s автономный округ',
                 'Аобл': '%s автономная область', 'г': '%s', 'Респ': 'Республика %s'}


def from_region(folder, names, official):
    for row in rows(folder, 'region.csv'):
        name, head = row['name'].replace('/', '('), RUSSIAN_HEADS.get(row['type'], '%s')
        name = re.sub(r'\($', ')', name).replace('Автономный', 'автономный')
        place = 'kz/' if name == 'Байконур' else official.get(row['iso_code'], 'ru/')
        if re.search('область|округ|Республика', name):
            head = '%s'
        if row['type'] == 'Респ' and re.search('ская$', name):
            head = '%s Республика'
        for part in name.split(' - ') if ' - ' in name else [name]:
            if part in ('Югра', 'Алания', 'Чувашия', 'Кузбасс'):
                yield Wanted('region.csv', part, 'region', place, 'Россия')
        yield Wanted('region.csv', head % name, '', place, 'Россия')
        if head == 'Республика %s' and '(' not in name:
            yield Wanted('region.csv', name, 'region', place, 'Россия')


def from_city(folder, names, official):
    for row in rows(folder, 'city.csv'):
        name = row['city'] or row['region']
        if row['city_type'] == 'г' or row['region_type'] == 'г':
            yield Wanted('city.csv', name, 'city', 'ru/', 'Россия')


CLDR_WORDS = ((r'^о-в ', 'остров '), (r'^о-ва ', 'острова '), (r' о-ва\b', ' острова'), (r'Св\. ', 'Святой '))


# territories with a code of CLDR's own, and what they lie in
CLDR_LIES_IN = {'AC': 'sh/', 'CP': 'fr/', 'CQ': 'gg/', 'DG': 'io/', 'EA': 'es/', 'IC': 'es/', 'TA': 'sh/'}


def from_cldr(folder, names, official):
    for row in rows(folder, 'cldr_territories_ru.tsv', '\t'):
        code, name = row['code'][:2], row['name_ru']
        for pattern, word in CLDR_WORDS:
            name = re.sub(pattern, word, name)
        name = re.sub(r' \((?:САР|США|Великобритания)\)$', '', name)
        place = CLDR_LIES_IN.get(code, code.lower() + '/' if code.isalpha() else 'world/')
        yield Wanted('cldr_territories_ru.tsv', name, 'country', place, '')


ALIAS_COUNTRIES = {'RU': 'ru/', 'KG': 'kg/', 'TJ': 'tj/', 'TM': 'tm/', 'UA': 'ua/', 'BY': 'by/', 'MD': 'md/', 'UZ': 'uz/'}
COUNTRY_NAMES = {'ru/': 'Россия', 'ua/': 'Украина', 'kg/': 'Кыргызстан', 'tm/': 'Туркменистан', 'kz/': 'Казахстан'}


def from_aliases(folder, names, official):
    """Names, old names, and the adjectives, which stand in nominative alone."""
    for row in rows(folder, 'place_aliases.tsv', '\t'):
        place = ALIAS_COUNTRIES.get(row['iso_or_kato'], 'kz/')
        if row['canonical_ru'] == 'Душанбе':
            place = 'tj/'
        if row['kind'] == 'sea':
            place = 'world/'
        kind = {'oblast': ''}.get(row['kind'], row['kind'])
        cells = [row['canonical_ru']] + row['aliases'].split('; ')
        for name in cells:
            name = re.sub(r'\s*\(.*?\)', '', name).strip()
            if name and not re.search('столица|облысы|Республикасы', name, re.I):
                yield Wanted('place_aliases.tsv', name, kind, place, COUNTRY_NAMES.get(place, ''))


def from_geonames(folder, names, official):
    large = sorted(rows(folder, 'geonames_cities_ru.tsv', '\t'), key=lambda r: -int(r['pop'] or 0))
    for row in large[:1000]:
        place = row['country'].lower() + '/'
        if row['name_ru']:
            yield Wanted('geonames_cities_ru.tsv', row['name_ru'], 'city', place, names.get(place, ''))


LISTS = (from_kato, from_region, from_city, from_cldr, from_aliases, from_geonames)


# ------------------------------------------------------------------- the check

def sentences(want, form, case):
    """The texts that the form is tried in, from the barest to the one that says most."""
    marked = MARKERS[want.type][case] + ' ' + form if want.type in MARKERS else form
    yield SENTENCES[case] % form
    if marked != form:
        yield SENTENCES[case] % marked
    if want.beside:
        yield 'Это %s. ' % want.beside + SENTENCES[case] % marked


def right(found, want, text, form):
    """Does one of the mentions stand over the form and mean the place?"""
    start = len(text[:text.rfind(form)].encode())
    end = start + len(form.encode())
    for mention in found:
        kind, span, code = (mention.split(' ', 2) + ['', ''])[:3]
        if kind != 'place':
            continue
        a, b = map(int, span.split('-'))
        if a <= start and end <= b and (code.startswith(want.place) or
                                        (want.place.startswith('world/') and code.startswith('world/'))):
            return True
    return False


def check(wanted):
    """What is wrong: (want, the cases that fail, what was found there); and how many needed what."""
    texts = []
    for want in wanted:
        for case, form in enumerate(decline(want.name)):
            texts.extend((want, case, form, text) for text in sentences(want, form, case))
    run = subprocess.run([os.path.join(TOP, 'build', 'probe')], input='\n'.join(t[3] for t in texts) + '\n',
                         capture_output=True, text=True, check=True)
    step, found = {}, collections.defaultdict(list)
    for (want, case, form, text), line in zip(texts, run.stdout.splitlines()):
        key = (want, case)
        tries, ok = step.get(key, (0, False))
        if not ok:
            step[key] = (tries + 1, right(line.split('\t'), want, text, form))
            found[key] = [m for m in line.split('\t') if m]
    bad = collections.OrderedDict()
    for (want, case), (tries, ok) in step.items():
        if not ok:
            bad.setdefault(want, []).append((case, found[want, case]))
    bare = collections.Counter(w.list for w in wanted
                               if all(step[w, c] == (1, True) for c in range(6)))
    return bad, bare


def excuses():
    path = os.path.join(HERE, 'excused.tsv')
    with open(path, encoding='utf-8') as f:
        cells = [line.rstrip('\n').split('\t') for line in f if line.strip() and not line.startswith('#')]
    return {(c[0], c[1]): c[2] for c in cells}


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
    if len(arguments) != 1:
        sys.exit(__doc__)
    names, official = gazetteer()
    wanted = list(dict.fromkeys(w for source in LISTS for w in source(arguments[0], names, official)))
    if '--bent' in sys.argv:
        for want in wanted:
            print(want.list, want.type or '-', ' | '.join(decline(want.name)), sep='\t')
        return
    bad, bare = check(wanted)
    excused, failed, used = excuses(), 0, set()
    for want, cases in bad.items():
        if (want.list, want.name) in excused:
            used.add((want.list, want.name))
            continue
        failed += 1
        case, found = cases[0]
        print('%s: %s (%s): %d of 6 cases, %s: %s' % (
            want.list, want.name, want.place, len(cases), decline(want.name)[case],
            '; '.join(found) or 'nothing'))
    for key in excused:
        if key not in used and any(w.list == key[0] for w in wanted):
            print('excused.tsv: %s needs no excuse' % ': '.join(key))
    total = collections.Counter(w.list for w in wanted)
    for name, count in total.items():
        wrong = [w for w in bad if w.list == name]
        kept = sum((w.list, w.name) in excused for w in wrong)
        print('%-26s %5d names, %5d bare in six cases, %3d excused, %3d wrong' % (
            name, count, bare[name], kept, len(wrong) - kept))
    sys.exit(1 if failed else 0)


main()
