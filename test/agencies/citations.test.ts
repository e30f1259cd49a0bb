import { describe } from 'mocha';
import { agencies } from './marked';

describe('an agency is cited', () => {
  describe('according to', () =>
    agencies([
      'Rents rose by a fifth, according to ⟦Reuters⟧.',
      'According to the ⟦AP⟧, two ferries collided off Marrow Point.',
      'According to ⟦Interfax-Ukraine⟧, power is back in the port.',
      'The toll has reached nine, according to ⟦Armenpress⟧ and ⟦Interfax⟧.',
      'According to a report by ⟦Kyodo⟧, the reactor was shut on Friday.',
      'The strike cost 40 million euros, according to a ⟦Reuters⟧ tally.',
      'The rebels hold the bridge, according to an ⟦AFP⟧ correspondent in Tarsk.',
      "According to Turkey's state-run ⟦Anadolu Agency⟧, the road is open.",
      'According to state news agency ⟦Yonhap⟧, the launch failed.',
      "By the ⟦AP⟧'s count, 40 seats are left.",
      'The dam near New Delhi is full, as per ⟦PTI⟧.',
    ]));

  describe('it reported', () =>
    agencies([
      '⟦Xinhua|mention⟧ is quiet.',
      '⟦Xinhua⟧ reported on Sunday that the bridge is open.',
      'The state news agency ⟦SANA⟧ said the road was shut.',
      "Turkey's ⟦Anadolu Agency⟧ reported a quake.",
      '⟦Yonhap⟧ news agency reported a launch.',
      'The shelling went on for an hour, the ⟦Interfax⟧ news agency said on Monday.',
      'The vote was put off, ⟦AFP⟧ reported.',
      'Nobody was hurt, reported ⟦Bernama⟧.',
      'Nobody was hurt, reports ⟦Ritzau⟧.',
      '"We are ready," the governor said, ⟦RIA Novosti⟧ reported.',
      '⟦Agence France-Presse⟧ (AFP) reported that the ferry had sailed.',
      'The ⟦Associated Press⟧ has reported that the school will close.',
      '⟦Belga⟧ later quoted the mayor as calling the plan mad.',
      '⟦TASS⟧, citing a source at the airport, said the flight was delayed.',
      '⟦MENA⟧, the Egyptian state news agency, said the canal was clear.',
      '⟦Reuters⟧ understands that the sale is off.',
      '⟦PA⟧ understands that the inquiry will open in May.',
      'State-run ⟦TASS⟧ put the toll at 21.',
      '⟦ANSA⟧ on Thursday evening carried the letter in full.',
      'As ⟦Lusa⟧ reported last week, the mine is flooded.',
      '⟦Reuters⟧ and ⟦AFP⟧ reported that the talks had ended.',
      'The ⟦AP⟧, ⟦AFP⟧ and ⟦dpa⟧ all reported the arrest.',
      '⟦KCNA⟧ released photographs of the launch.',
      '⟦Bloomberg News⟧ reported in January that the firm was for sale.',
      '⟦Bloomberg⟧ reported that the firm was for sale.',
      'A ⟦Reuters⟧ witness saw smoke over the port.',
      'An ⟦AFP⟧ journalist counted nine bodies.',
      'A ⟦Reuters⟧ poll of 40 economists showed growth slowing.',
      'The ⟦Kyodo⟧ survey found that most voters had made up their minds.',
      'A ⟦TASS⟧ correspondent reported from the square.',
      'Emergency crews were on their way, the Slovak ⟦TASR⟧ agency wrote.',
      "Bulgaria's ⟦BTA⟧ said the mine was safe.",
      'The official ⟦KUNA⟧ news agency quoted the minister as saying so.',
    ]));

  describe('somebody told it', () =>
    agencies([
      '"We wait," the mayor told ⟦AFP⟧.',
      'A clerk told the ⟦PA⟧ news agency it was shut.',
      'The minister told state news agency ⟦ANGOP⟧ that the bill was paid.',
      'Tom Poe, a neighbour, told the ⟦Associated Press⟧ he had heard nothing.',
      'He was told by phone, the mayor told ⟦ANI⟧.',
      'She said in an interview with ⟦Kyodo⟧ that the treaty was dead.',
      'The envoy, speaking to ⟦Interfax⟧ by telephone, called the terms fair.',
      'In comments to ⟦Reuters⟧, the bank said it had no plans to move.',
      'In a statement to ⟦AFP⟧ the firm denied the charge.',
      'The firm said in a statement emailed to ⟦Reuters⟧ that it would pay.',
      'He confirmed to ⟦EFE⟧ that the boat had sunk.',
      'Contacted by ⟦AFP⟧, the ministry declined to comment.',
      'The letter, seen by ⟦Reuters⟧, names four banks.',
      'Documents reviewed by the ⟦AP⟧ show the dam was never inspected.',
      'The envoy told a ⟦Reuters⟧ reporter that he was tired.',
      'In an ⟦AFP⟧ interview the coach said he would stay.',
      'A party official told ⟦PTI⟧ that seats would be shared.',
      '⟦Reuters⟧ was told by two officials that the tender would be reopened.',
      'The mayor told the Harbour Post and ⟦Reuters⟧ that he would stay.',
      'He was speaking by phone to ⟦Anadolu⟧ from Izmir.',
      'In 2021 Ormond told ⟦Reuters⟧ Health that the trial had ended.',
      'The prime minister told ⟦Bloomberg Television⟧ that rates would fall.',
    ]));

  describe('another cites it', () =>
    agencies([
      'The port is closed, Channel Nine said, citing ⟦TASS⟧.',
      'The road is open, as quoted by ⟦Interfax⟧.',
      "The governor was quoted as saying by China's ⟦Xinhua⟧ that the dam would hold.",
      'He was quoted by state news agency ⟦IRNA⟧ as denying it.',
      'The station, quoting ⟦Fars⟧ and ⟦Mehr⟧, put the number at ten.',
      'The daily cited ⟦ANSA⟧ as saying the ship was empty.',
      'A list carried by ⟦SANA⟧ held nine names.',
      'The decree, published by ⟦Agerpres⟧, takes effect in May.',
      'The agency was raided, the site said, citing the Turkish news agency ⟦DHA⟧.',
    ]));

  describe('in a chain', () =>
    agencies([
      'Osokin told ⟦Interfax⟧ that nine were children, ⟦Reuters⟧ reported.',
      '⟦Reuters⟧ reported, citing ⟦Kyodo⟧, that the plant was dark.',
      'Ruiz told ⟦EFE⟧, according to ⟦AFP⟧.',
    ]));

  describe('in a headline', () =>
    agencies([
      'Minister quits over harbour deal - ⟦TASS⟧\n\nThe minister quit on Monday.\n\nHe gave no reason.',
      '⟦Reuters⟧: minister quits over harbour deal\n\nThe minister quit on Monday.\n\nHe gave no reason.',
      'Five hurt in blast — ⟦Xinhua⟧\n\nThe blast came at noon.\n\nNobody knows why.',
    ]));

  describe('by an agency that the list does not hold', () =>
    agencies([
      'The bridge fell, the ⟦Vantor⟧ news agency reported.',
      'The bridge fell, the state news agency ⟦Vantor⟧ said.',
      'The Russian news agency said so.',
      'A local news agency reported a fire.',
    ]));
});
