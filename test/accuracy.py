#!/usr/bin/env python3
"""How right the statements, speakers and persons are, on annotated documents.

    make tools && test/accuracy.py                     test/gold and test/blind
    test/accuracy.py FOLDER...                          other folders of that format
    test/accuracy.py --misses 20 test/gold              what is wrong, too
    test/accuracy.py --docs '^(0|1|20)' test/blind      some documents only

Prints a table for each folder: found statements by kind; speakers named in full,
over all found statements and over those whose speaker is not the one whom the
document quotes most (a program that always names one man gains nothing there);
persons.  The format and the rules are test/gold/README.md's: core records count,
optional ones neither reward nor punish.  Standard library only.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SCAN = os.path.join(HERE, '..', 'build', 'scan')


def load(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def spans(record):
    """The stretches of a record: segments, else its two ends."""
    if record.get('segments'):
        return [tuple(s) for s in record['segments']]
    if 'quote_start' in record:
        return [(record['quote_start'], record['quote_end'])]
    return [(record['start'], record['end'])]


def chars(record):
    return {i for a, b in spans(record) for i in range(a, b)}


def overlap(a, b):
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


def words(name):
    name = (name or '').lower().replace('ё', 'е')
    return set(re.sub(r'[^\w-]+', ' ', name).split())


def same_name(wanted, got):
    """All words of one accepted name are there; a patronymic more does no harm."""
    for name in wanted:
        if name is None:
            if not got:
                return True
        elif words(name) and words(name) <= words(got):
            return True
    return False


def match(gold, found, least=0.5):
    """Pairs of records, best overlap first; then the false alarms."""
    pairs = sorted(((overlap(g['_c'], p['_c']), -i, -j) for i, g in enumerate(gold)
                    for j, p in enumerate(found)), reverse=True)
    taken, used = {}, set()
    for share, i, j in pairs:
        if share >= least and -i not in taken and -j not in used:
            taken[-i] = -j
            used.add(-j)
    return taken, [p for j, p in enumerate(found) if j not in used]


def neutral(p, optional):
    return any(overlap(g['_c'], p['_c']) >= 0.3 for g in optional)


def report(label, right, found, gold):
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print('  %-52s %.3f / %.3f / %.3f   (%d gold)' % (label, precision, recall, f1, gold))


def share(label, right, all_):
    print('  %-52s %.3f   (%d of %d)' % (label, right / all_ if all_ else 0.0, right, all_))


def by_document(records, docs):
    out = collections.defaultdict(list)
    for r in records:
        r['doc'] = os.path.basename(r['doc'])
        if r['doc'] in docs:
            r['_c'] = chars(r)
            out[r['doc']].append(r)
    return out


def statements(gold, found, docs, misses):
    count = collections.Counter()
    for d in docs:
        core = [g for g in gold[d] if not g.get('optional') and not g.get('trap')]
        optional = [g for g in gold[d] if g.get('optional') and not g.get('trap')]
        most = collections.Counter(g['speaker'] for g in core).most_common(1)
        taken, false = match(core, found[d])
        for i, g in enumerate(core):
            side = 'direct' if g['kind'] == 'direct' else 'indirect'
            count[side, 'gold'] += 1
            if i not in taken:
                misses.append('%s: not found: %s' % (d, g['quote'][:70]))
                continue
            p = found[d][taken[i]]
            # a clause with marks in it may be called either
            if 'mixed' in (g['kind'], p['kind']) or g['kind'] == p['kind']:
                count[side, 'right'] += 1
                count[side, 'found'] += 1
            else:
                count['direct' if p['kind'] == 'direct' else 'indirect', 'found'] += 1
            count['found'] += 1
            named = same_name([g['speaker']] + list(g.get('speaker_alt') or []), p.get('speaker'))
            count['named'] += named
            if g['speaker'] != most[0][0]:
                count['other'] += 1
                count['other named'] += named
            if not named:
                misses.append('%s: speaker %s, not %s: %s' % (d, g['speaker'], p.get('speaker'),
                                                             g['quote'][:50]))
        for p in false:
            if not neutral(p, optional):
                count['direct' if p['kind'] == 'direct' else 'indirect', 'found'] += 1
                misses.append('%s: no statement: %s-%s' % (d, p['start'], p['end']))
    for side, label in (('direct', 'direct statements'), ('indirect', 'indirect and mixed statements')):
        report(label + ', P / R / F1', count[side, 'right'], count[side, 'found'], count[side, 'gold'])
    share('speaker named in full', count['named'], count['found'])
    share('… who is not the most frequent of the document', count['other named'], count['other'])


def persons(gold, found, docs, misses):
    right = all_found = all_gold = 0
    for d in docs:
        core = [g for g in gold[d] if not g.get('optional') and not g.get('trap')]
        optional = [g for g in gold[d] if g.get('optional') and not g.get('trap')]
        taken, false = match(core, found[d])
        all_gold += len(core)
        all_found += len(taken) + sum(not neutral(p, optional) for p in false)
        for i, g in enumerate(core):
            if i in taken and same_name([g['person']] + list(g.get('person_alt') or []),
                                        found[d][taken[i]]['person']):
                right += 1
            else:
                misses.append('%s: person %s' % (d, g['person']))
    report('persons, span and name, P / R / F1', right, all_found, all_gold)


def folder(path, args):
    gold = {layer: load(os.path.join(path, layer + '.jsonl')) for layer in ('speakers', 'persons')}
    docs = sorted({os.path.basename(g['doc']) for g in gold['speakers']})
    docs = [d for d in docs if re.search(args.docs, d)]
    meta = os.path.join(path, 'meta.tsv')
    misses = []
    with tempfile.TemporaryDirectory() as out:
        command = [SCAN, '--jsonl', out] + (['--meta', meta] if os.path.exists(meta) else [])
        subprocess.run(command + [os.path.join(path, d) for d in docs], check=True,
                       stdout=subprocess.DEVNULL)
        found = {layer: load(os.path.join(out, layer + '.jsonl')) for layer in gold}
    print('%s: %d documents' % (path, len(docs)))
    for layer, measure in (('speakers', statements), ('persons', persons)):
        measure(by_document(gold[layer], docs), by_document(found[layer], docs), docs, misses)
    for line in misses[:args.misses]:
        print('    ' + line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('folders', nargs='*')
    parser.add_argument('--misses', type=int, default=0, help='print up to so many mistakes')
    parser.add_argument('--docs', default='', help='regular expression for document names')
    args = parser.parse_args()
    if not os.path.exists(SCAN):
        sys.exit('build/scan is missing: run "make tools"')
    for path in args.folders or [os.path.join(HERE, 'gold'), os.path.join(HERE, 'blind')]:
        folder(path, args)


if __name__ == '__main__':
    main()
