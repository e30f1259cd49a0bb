import { describe } from 'mocha';
import { agencies } from './marked';

const wire = (lead: string) => `Harbour closes\n\n${lead}\n\nCrews went home at noon.`;

describe('an agency stands', () => {
  describe('in a dateline', () =>
    agencies(
      [
        'MARLOW (⟦Reuters|dateline⟧) - The bank cut rates.',
        'BEIJING, March 31 (⟦Xinhua|dateline⟧) -- The ministry sent tents.',
        'WASHINGTON (⟦AP|dateline⟧) — The court ruled.',
        'SEOUL, Nov. 29 (⟦Yonhap|dateline⟧) -- A message came.',
        'New Delhi, Apr 22 (⟦PTI|dateline⟧) - Rains came.',
        'Panamá, oct 5 (⟦EFE|dateline⟧).- El Canal reopened.',
        'New Delhi [India], April 22 (⟦ANI|dateline⟧): Rains came.',
        'Mumbai, Apr 2 (⟦PTI|dateline⟧): Rain fell.',
        'MOSCOW, June 24. /⟦TASS|dateline⟧/. Forces moved.',
        'MOSCOW. April 2 (⟦Interfax|dateline⟧) - The government said it would pay.',
        '(⟦ANSA|dateline⟧) - ROME, JUL 11 - An energy giant cut supplies.',
        'KHABAROVSK, Russia, Nov. 9, ⟦Kyodo|dateline⟧ - The slope moved.',
        'LOS ANGELES (⟦AP|dateline⟧) _ A fire spread.',
        'BRUSSELS/PARIS (⟦Reuters|dateline⟧) - Ministers met.',
        '(⟦Reuters|dateline⟧) - A mill closed on Tuesday.',
        'TEHRAN, Feb. 3 (⟦MNA|dateline|Mehr News Agency⟧) – A road opened.',
        'MELBOURNE, ⟦AAP|dateline⟧ - Two people were hurt.',
        'BERLIN (⟦dpa|dateline⟧) - Trains stopped.',
        'LAGOS, May 4 (⟦NAN|dateline⟧) - Traders marched.',
        'ACCRA, May 4, ⟦GNA|dateline⟧ - Traders marched.',
        'AMMAN, June 1 (⟦Petra|dateline⟧) -- The king opened a school.',
        'BELGRADE (⟦Beta|dateline⟧) - A mine closed.',
        'SINGAPORE (⟦AP|dateline⟧/⟦AFP|dateline⟧) - Ships waited.',
      ].map(wire),
    ));

  describe('not in a dateline', () =>
    agencies(
      [
        'The plant (ap) runs at capacity.',
        'Pakistan Tehreek-e-Insaf (PTI) won seats.',
        'Artificial narrow intelligence (ANI): a definition of a term.',
        'MILLTON, PA — Nobody wanted to talk about the budget.',
      ].map(wire),
    ));

  describe('at the tail', () =>
    agencies(
      [
        'He gave no details. (⟦NAN|tail⟧)',
        'Talks have stalled.    -⟦AFP|tail⟧',
        'Rain fell. — ⟦Reuters|tail⟧',
        '- ⟦AFP|tail⟧',
        '==⟦Kyodo|tail⟧',
        'Rain fell. (⟦Reuters|tail⟧/⟦NAN|tail⟧)',
        '(⟦PTI|tail⟧)',
        '⟦Reuters|tail⟧',
        '—⟦AFP|tail⟧, ⟦AP|tail⟧',
        '/⟦TASS|tail⟧/',
      ].map(
        (tail) =>
          `Harbour closes\n\nThe harbour closed on Monday.\n\nCrews went home at noon.\n\nNobody came.\n\n${tail}`,
      ),
    ));

  describe('not at the tail', () => agencies(['He drew a map', 'He left the Pakistan Tehreek-e-Insaf (PTI).']));

  describe('in a credit', () =>
    agencies(
      [
        'Photo: ⟦Reuters|credit⟧',
        'Photo by Joel Sarget / ⟦AFP|credit⟧',
        'Photograph: Jane Roe/⟦AP|credit⟧',
        'Kent Nishi/⟦AFP|credit⟧ via ⟦Getty Images|credit⟧',
        '(Julien De Rosen / ⟦AFP|credit⟧)',
        'The ferry at its berth. (⟦AP|credit⟧ Photo/Jane Roe)',
        '⟦REUTERS|credit|Reuters⟧/Jane Roe',
        '⟦Reuters|credit⟧ contributed to this report.',
        'The ⟦Associated Press|credit⟧ writer Ann Li contributed to this report.',
        '(With inputs from ⟦PTI|credit⟧)',
        '(with ⟦AFP|credit⟧)',
        '(Source: ⟦AP|credit⟧)',
        'With files from The ⟦Canadian Press|credit⟧',
        'Additional reporting by ⟦PA|credit⟧',
        '© 2024 ⟦AFP|credit⟧',
        'Copyright 2024 The ⟦Associated Press|credit⟧. All rights reserved.',
        'Source: ⟦Reuters|credit⟧',
        'Photo courtesy of ⟦Xinhua|credit⟧',
        'Image credit: ⟦EPA-EFE|credit⟧',
        'Picture: Ann Li/⟦NTB|credit⟧/⟦AFP|credit⟧ via ⟦Getty Images|credit⟧',
        '-- ⟦Dow Jones Newswires|credit⟧ contributed to this article.',
      ].map((credit) => `Harbour closes\n\nThe harbour closed on Monday.\n\nCrews went home at noon.\n\n${credit}`),
    ));

  describe('in a byline', () =>
    agencies([
      'Harbour closes\n\nBy Ann Li, ⟦Associated Press|credit⟧\n\nThe harbour closed on Monday.\n\nCrews went home.',
      'Harbour closes\n\nBy The ⟦Associated Press|credit⟧\n\nThe harbour closed on Monday.\n\nCrews went home.',
      'Harbour closes\n\n⟦Reuters|credit⟧\n\nThe harbour closed on Monday.\n\nCrews went home.\n\nNobody came.',
    ]));

  describe('not in a credit', () =>
    agencies([
      'Photo of the spa',
      'Photo: the river',
      'and/or AP',
      'a map/plan',
      'Photo: Petra Novak',
      'Ann Li contributed to this report.',
    ]));
});
