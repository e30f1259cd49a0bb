import { describe } from 'mocha';
import { agencies } from './marked';

describe('an agency that is no source is a mention', () => {
  agencies([
    'The group renewed a contract to take footage from ⟦Reuters|mention⟧.',
    'Munro, a one-time ⟦Reuters|mention⟧ trainee, runs the firm.',
    'A picture by a ⟦Reuters|mention⟧ photographer hangs in the vestry.',
    'She worked for ⟦AFP|mention⟧ before she wrote novels.',
    'He joined ⟦Xinhua|mention⟧ in 1988 and left in 2001.',
    'Two ⟦AFP|mention⟧ journalists were detained at the border.',
    '⟦Reuters|mention⟧ could not verify the footage.',
    'The union sued the ⟦Associated Press|mention⟧ over pay.',
    'The firm sells data to ⟦Reuters|mention⟧ and to banks.',
    'A spokesman for ⟦Reuters|mention⟧ said the firm would not comment on staff.',
    'She filed for ⟦UPI|mention⟧ from the front and later taught.',
    'Shares in ⟦Thomson Reuters|mention⟧ rose by 2%.',
    'The president of ⟦Interfax|mention⟧ sat in the front row.',
  ]);

  describe('in somebody’s words', () =>
    agencies([
      '"I read it in a ⟦Reuters|mention⟧ story," she said.',
      '"⟦TASS|mention⟧ reported it, so it is true," Poe said.',
      '“I told ⟦AFP|mention⟧ everything,” he said.',
    ]));
});

describe('what looks like an agency and is none', () => {
  agencies([
    'The board assured parents that AP courses would be protected.',
    'Kids taking AP Bio need a lab.',
    'She got a 5 on the AP exam, the school said.',
    'The spa said it would close.',
    'Students said the app crashed.',
    'According to the map, turn left.',
    'According to an AP2 sensor, spell it out.',
    'She told Tap dancers to rest.',
    'He told apa tutors to wait.',
    'He was citing the map of the port.',
    'She paid by UPI payment at the stall.',
    'UPI transactions rose by a third.',
    'Customers pay via UPI at most stalls.',
    'Petra Novak told the court that she had seen nothing.',
    'Petra said she had seen nothing.',
    'Lina told me to wait.',
    'Tourists return to Petra each spring.',
    'Michael Bloomberg said he would not run.',
    'Mr Bloomberg said he would not run.',
    'Mayor Bloomberg announced a tax.',
    'His PA said he was out.',
    'A PA at the clinic took the call.',
    'PTI leader Omar Zed said the vote was stolen.',
    'The PTI said the vote was stolen.',
    'The EPA said the water was safe.',
    'The AA said the roads were icy.',
    'Trend setters wore green.',
    'The Beta version shipped in May.',
    'Beta testers told us it crashed.',
    'Sputnik V was approved in August.',
    'The Foreign Press Association said the ban was wrong.',
    'The Reuters Institute said trust in news had fallen.',
    'Nina Holt told the jury a story.',
    'The space agency said the probe was lost.',
    'The New York Times reported a loss.',
    'The BBC reported that the road was shut.',
    'Andina flowers grow here.',
    'Mina said no.',
    'Dr Mehr said the ward was full.',
    'The Getty Museum reported record crowds.',
    'The AKP said it would appeal.',
    'AAP leader Ravi Sen told the crowd to wait.',
    'Trend analysts say prices will fall.',
    'The MENA region said little.',
  ]);
});

describe('a tag that needs its article', () => {
  agencies([
    "Jordan's state news agency ⟦Petra⟧ said the road was shut.",
    'The road was shut, ⟦Petra⟧ reported.\n\nThe minister left Amman at noon.',
    'The ⟦Jordan News Agency⟧ said the road was shut. ⟦Petra⟧ said it would open on Monday.',
    'The Liberian agency ⟦LINA⟧ reported a fire.',
    'The Australian coach told ⟦AAP⟧ that he would stay.',
    'Prices rose, the Azerbaijani news agency ⟦Trend⟧ reported.',
    'Serbian news agency ⟦Beta⟧ reported the arrest.',
    'The trial opens in May, ⟦SPA⟧ said.',
  ]);
});

describe('a tag that agencies share', () => {
  agencies([
    'NICOSIA (⟦CNA|dateline|Cyprus News Agency⟧) - A bank closed.\n\nThe ⟦Cyprus News Agency⟧ said so.',
    'NICOSIA, May 2 (⟦CNA|dateline|Cyprus News Agency⟧) - A bank closed.',
    'TAIPEI, May 2 (⟦CNA|dateline|CNA⟧) - A bank closed.',
    'ALGIERS, May 2 (⟦APS|dateline|Algerie Presse Service⟧) - A bank closed.',
    'DAKAR, May 2 (⟦APS|dateline|Agence de presse senegalaise⟧) - A bank closed.',
    'The Austrian news agency ⟦APA|citation|Austria Presse Agentur⟧ reported a crash near Vienna.',
    'The Iranian envoy told ⟦MNA|citation|Mehr News Agency⟧ that talks go on.',
  ]);
});

describe('"the agency"', () => {
  agencies([
    'Ergashev told the ⟦RIA⟧ news agency so. Ergashev, ⟦the agency⟧ noted, has held the post since 2019.',
    '⟦Xinhua⟧, citing the consulate, said six were hurt. The consulate later told ⟦the agency⟧ it was five.',
    '⟦Lusa⟧ reported a fire.\n\nThe fire is out, ⟦the Portuguese agency⟧ said.',
    '⟦TASS⟧ reported a fire.\n\nIt is out, ⟦the news agency⟧ added.',
    'The space agency lost a probe. The agency said it would look for it.',
    '⟦TASS⟧ reported a leak at the space agency. The agency said it was small.',
    '⟦TASS⟧, the Russian news agency, reported a leak.',
    'The firm signed with ⟦Reuters|mention⟧. The agency said nothing.',
    'The tax agency said the form was late.',
  ]);
});

describe("a publication's own agency", () => {
  agencies(
    ['The mill will close, ⟦Harbour Wire⟧ reported.', 'Poe told ⟦HBW|citation|Harbour Wire⟧ the mill would close.'],
    {
      agencies: [{ name: 'Harbour Wire', tags: ['HBW'] }],
    },
  );
});
