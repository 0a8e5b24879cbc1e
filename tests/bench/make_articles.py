#!/usr/bin/env python3
"""make_articles.py N [--days D] [--start YYYY-MM-DD] [--seed S] > articles.jsonl

N invented news articles as JSON Lines (id url title site section language published text story), some 4 kB each, for
timing and for memory. The same arguments give the same bytes. No real text goes in: words are put together from
syllables, sentences from the patterns below.

What is like real news: content words follow the document-frequency curve of English news stems (Zipf-Mandelbrot,
p ~ 1/(rank + 60)^1.35), names are coined story by story so that the vocabulary keeps growing (Heaps), story sizes
follow a power law (most are one article, the largest 300, or a thirtieth of all), a story lasts one to five days, and each article mixes
the story's words with others. Some articles carry another outlet's text, some are an outlet's newer version of its
own, and outlets end their articles with the same lines. Plain Python 3, no packages; 1,000 articles in some 0.6 s.
"""
import argparse
import datetime
import itertools
import json
import math
import random
import sys

ONSETS = 'b bl br c cl cr d dr f fl g gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w'.split()
NUCLEI = 'a a e e i i o o u ai ea ee oa ou'.split()
CODAS = ['', '', '', 'n', 'r', 'l', 's', 't', 'd', 'm', 'ck', 'nd', 'nt', 'rt', 'st', 'ng', 'x']
SUFFIXES = ['', '', '', '', 's', 's', 'ed', 'ing', 'er', 'ion', 'ly', 'ment']
VOCABULARY = 45000
STORY_WORDS = 80

# {} is a content word, N a person of the story, S a surname, P a place, D a day, # a number.
PATTERNS = [
    'The {} {} of the {} was {} on D, and a {} said it had been {} in P.',
    'In a {} that the {} could not {}, the {} {} its {} and {} for the {}.',
    'S, who has {} the {} since #, said the {} was "more {} than {}" and that it would {}.',
    'At least # {} were {} after the {} {} near P, according to the {} {}.',
    '"We will {} the {} until every {} is {}, and the {} should {} it," said N, a {} at the {}.',
    'Most of the {} {} to {} the {}, but some {} have {} against a {} {}.',
    'On D the {} {} a {} of # {}, up from # in the {} before.',
    'There is no {} that the {} {} or that its {} have been {} by {}.',
    'N told {} in P that the {} had {} the {} "without a {} {}".',
    'The {} said in a {} that {} and {} would {} until the {} of {}.',
    'It was the {} {} in # years, and the {} that {} it is now being {} by the {}.',
    '"This is a {} for {} and a {} for {}," S said. "I {} that the {} will {} it."',
    'But the {} {} {} when {} {} over the {}, which has {} # {} since D.',
    'As the {} of {} {}, {} {} have been asked to {} their {} before the {}.',
    'Neither the {} nor the {} of P {} to a {} about the {}.',
    'If the {} is {}, as S {}, the {} {} could {} by # percent within # {}.',
    'The {} was first {} by a {} {}, then {} by {} of {} across P.',
    'Officials of the {} {} that # {} had {} and # more were {} for {}.',
    'For {} the {} has {} with {}, {} and {}; it is still {} in many {}.',
    'Earlier this {}, N {} the {} in a {} with {} and said "the {} must {}".',
]
TITLES = ['{} {} {} after P {}', 'N: {} will {} the {}', 'P {} as {} {} {}', 'Why the {} {} of P {}',
          '{} {} # {} in P', 'S {} {} over {} {}', '{} and {}: P {} a {}', 'What {} {} for the {} {}']
CLOSINGS = ['Sign up for our {} to have the {} of the day in your mail every {}.',
            'This {} was first printed by {} and may be {} when more {} are known.',
            'Follow {} for more {} of the {}, and tell us what you {} about the {}.']
WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
SECTIONS = ['world', 'politics', 'business', 'sport', 'science', 'culture']


def pieces(pattern):
    """The pattern cut at its slots: literal, slot, literal, slot, ..., literal."""
    out, literal, i = [], '', 0
    while i < len(pattern):
        alone = pattern[i] in 'NSPD#' and not pattern[i + 1:i + 2].isalpha() and not pattern[i - 1:i].isalpha()
        if pattern.startswith('{}', i) or alone:
            out += [literal, '{' if pattern[i] == '{' else pattern[i]]
            literal, i = '', i + (2 if pattern[i] == '{' else 1)
        else:
            literal, i = literal + pattern[i], i + 1
    return out + [literal]


class Language:
    def __init__(self, chance):
        self.chance, seen = chance, {}
        while len(seen) < VOCABULARY:
            stem = ''.join(self.syllable() for _ in range(chance.choice((1, 2, 2, 2, 3))))
            for suffix in dict.fromkeys(chance.choices(SUFFIXES, k=3)):
                seen.setdefault(stem + suffix)
        # Frequent words are short, as everywhere.
        self.words = sorted(list(seen)[:VOCABULARY], key=lambda w: len(w) + chance.random() * 4)
        self.curve = list(itertools.accumulate(1 / (rank + 60) ** 1.35 for rank in range(VOCABULARY)))

    def syllable(self):
        return self.chance.choice(ONSETS) + self.chance.choice(NUCLEI) + self.chance.choice(CODAS)

    def draw(self, count):
        return self.chance.choices(self.words, cum_weights=self.curve, k=count)

    def name(self):
        return (self.syllable() + self.syllable()).capitalize()


class Story:
    def __init__(self, number, language, day):
        self.number, self.day = number, day
        self.words = language.draw(STORY_WORDS)
        self.people = [(language.name(), language.name()) for _ in range(4)]
        self.places = [language.name() for _ in range(3)]
        self.section = language.chance.choice(SECTIONS)


def fill(parts, story, words, weekday, chance):
    out = []
    for i, part in enumerate(parts):
        if i % 2 == 0:
            out.append(part)
        elif part == '{':
            out.append(next(words))
        elif part == 'N':
            out.append(' '.join(chance.choice(story.people)))
        elif part == 'S':
            out.append(chance.choice(story.people)[1])
        elif part == 'P':
            out.append(chance.choice(story.places))
        elif part == 'D':
            out.append(WEEKDAYS[(weekday - chance.randrange(4)) % 7])
        else:
            out.append(str(int(2 + chance.paretovariate(.8)) % 3000))
    text = ''.join(out)
    return text[0].upper() + text[1:]


def mixed(story, language, share):
    """An endless run of words, `share` of them the story's."""
    chance = language.chance
    while True:
        for word in language.draw(64):
            yield chance.choice(story.words) if chance.random() < share else word


def body(story, language, weekday, letters):
    chance, sentences, size = language.chance, [], 0
    words = mixed(story, language, .3)
    while size < letters:
        sentences.append(fill(chance.choice(PARTS), story, words, weekday, chance))
        size += len(sentences[-1]) + 1
    out, i = [], 0
    while i < len(sentences):
        length = chance.randint(1, 4)
        out.append(' '.join(sentences[i:i + length]))
        i += length
    return out


PARTS = [pieces(p) for p in PATTERNS]
TITLE_PARTS = [pieces(p) for p in TITLES]
CLOSING_PARTS = [pieces(p) for p in CLOSINGS]


def outlets(count, language):
    """Outlets with shares by rank, each with its own closing line."""
    out = []
    for i in range(count):
        story = Story(0, language, 0)
        words = mixed(story, language, 0)
        line = fill(language.chance.choice(CLOSING_PARTS), story, words, 0, language.chance)
        out.append((f'{language.name().lower()}{i}.example', line if i % 3 == 0 else None))
    return out, list(itertools.accumulate(1 / (rank + 3) for rank in range(count)))


def articles(count, days, start, seed):
    chance = random.Random(seed)
    language = Language(chance)
    sites, shares = outlets(max(12, int(4 * math.sqrt(count))) if count < 40000 else 800, language)
    made, story_number = 0, 0
    while made < count:
        size = min(300, 10 + count // 30, max(1, int((1 - chance.random()) ** -.8)), count - made)
        story = Story(story_number, language, int(chance.random() * days))
        story_number += 1
        earlier = []
        for _ in range(size):
            site, closing = chance.choices(sites, cum_weights=shares)[0]
            day = min(days - 1, story.day + int(chance.random() ** 2 * 5))
            date = start + datetime.timedelta(days=day)
            kind = chance.random()
            if earlier and kind < .06:
                title, paragraphs, origin = chance.choice(earlier)
                paragraphs = list(paragraphs)
                if kind < .02:
                    site, closing = origin
                    paragraphs[1:1] = body(story, language, day, 400)
                elif len(paragraphs) > 4 and kind < .04:
                    del paragraphs[-1]
            else:
                words = mixed(story, language, .7)
                title = fill(chance.choice(TITLE_PARTS), story, words, day, chance)
                paragraphs = body(story, language, day, chance.lognormvariate(math.log(3300), .5))
            earlier.append((title, paragraphs, (site, closing)))
            minute = chance.randrange(1440)
            name = f'a{made:07d}'
            yield {'id': name, 'url': f'https://{site}/{date:%Y/%m/%d}/{name}', 'title': title, 'site': site,
                   'section': story.section, 'language': 'en',
                   'published': f'{date:%Y-%m-%d}T{minute // 60:02d}:{minute % 60:02d}:00Z',
                   'text': '\n\n'.join(paragraphs + ([closing] if closing else [])), 'story': f's{story.number}'}
            made += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('count', type=int)
    parser.add_argument('--days', type=int, default=1)
    parser.add_argument('--start', default='2026-03-02', type=datetime.date.fromisoformat)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    for article in articles(options.count, options.days, options.start, options.seed):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
