/** Word lists that tell what a quoted stretch is. All are sources of regular expressions, in lower case, asked of copy in lower case. */

/** What bears a title: the noun before `the film "…"`, or after it. */
export const WORKS =
  'films?|movies?|books?|novels?|novellas?|songs?|albums?|singles?|plays?|musicals?|shows?|series|sitcoms?|sequels?|documentar(?:y|ies)|' +
  'podcasts?|episodes?|paintings?|portraits?|sculptures?|statues?|installations?|murals?|photographs?|exhibitions?|exhibits?|essays?|articles?|papers?|' +
  'poems?|ballads?|hymns?|anthems?|operas?|ballets?|symphon(?:y|ies)|memoirs?|autobiograph(?:y|ies)|biograph(?:y|ies)|thrillers?|bestsellers?|' +
  'comed(?:y|ies)|dramas?|cartoons?|comics?|videos?|video games?|games?|trilog(?:y|ies)|soundtracks?|tracks?|hits?|tunes?|ep|lp|dvd|' +
  'programmes?|programs?|magazines?|journals?|newspapers?|newsletters?|columns?|blogs?|websites?|op-eds?|editorials?|commentar(?:y|ies)|chapters?|volumes?|' +
  'lectures?|courses?|seminars?|workshops?|talks?|ships?|boats?|yachts?|ferr(?:y|ies)|trawlers?|tugs?|lifeboats?|vessels?|' +
  'horses?|racehorses?|stallions?|mares?|prizes?|awards?|medals?|operations?|campaigns?|projects?|dance|dish|cocktail|beer|' +
  'headlines?|theme|title|classic|adaptation|version of|remake|starring|stars? (?:of|in)|hosts? of|author of|writer of|director of|creator of|anchor of|' +
  'directed|co-wrote|co-authored|starred in|appear(?:s|ed|ing|ance) (?:on|in)|sang|sings|singing|played|plays|playing|performed|' +
  'recorded|released|published|edited|reads?|reading of|copy of|copies of';

/** Verbs that give a thing its name: `entitled "…"`. */
export const TITLED = 'entitled|titled|headlined|subtitled|billed as|christened|retitled|captioned';

/** What comes before a nickname. */
export const NICKNAMED =
  'nicknamed|nickname|nicknames|known as|better known as|aka|a\\.k\\.a\\.|alias|dubbed|moniker|sobriquet|affectionately|called (?:him|her|me)';

/** Nouns for a word as a word. */
export const TERMS =
  'words?|terms?|phrases?|expressions?|labels?|slurs?|buzzwords?|catchphrases?|names?|euphemisms?|metaphors?|adjectives?|nouns?|verbs?|' +
  'acronyms?|abbreviations?|hashtags?|spelling|prefix|suffix|concepts?|notions?|theor(?:y|ies) of|idea of|definitions? of|meanings? of|category|categories';

/** Verbs beside a word as a word. */
export const TERMED =
  'termed|coined|defined|defines|means|meant|meaning|translates? (?:as|to)|stands? for|referred to as|refers? to|classified as|categorized as|labeled|labelled|known as|called|dubbed|named';

/** What carries slogans and lyrics. */
export const SLOGANS =
  'slogans?|banners?|signs?|placards?|posters?|stickers?|mottos?|mottoes|mantras?|t-shirts?|hats?|caps?|badges?|plaques?|lyrics?|choruse?s?|refrains?|verses?|tunes?|songs? goes|goes|inscriptions?|inscribed|emblazoned|bearing|graffiti|jingle|chorus|buttons?|proverb|saying goes|adage';

/** Verbs of speech: who said it stands with them. */
export const SPEECH =
  'said|says|say|saying|told|tells|tell|telling|added|adds|adding|asked|asks|asking|wrote|writes|written|writing|tweeted|tweets|tweeting|' +
  'posted|replied|replies|replying|responded|responds|responding|answered|explained|explains|explaining|stated|states|stating|noted|notes|noting|' +
  'declared|declares|declaring|announced|announcing|argued|argues|arguing|warned|warns|warning|insisted|insists|insisting|' +
  'claimed|claims|claiming|continued|continues|concluded|concludes|recalled|recalls|recalling|remarked|remarks|commented|joked|jokes|joking|quipped|' +
  'shouted|shouting|yelled|yelling|whispered|muttered|exclaimed|chanted|chanting|screamed|testified|asserted|asserts|asserting|contended|contends|' +
  'observed|observes|reads|mused|admitted|admits|acknowledged|acknowledges|acknowledging|confirmed|confirms|agreed|agrees|suggested|suggests|suggesting|' +
  'predicted|predicts|pointed out|points out|went on|began|begins|blurted|snapped|sighs|sighed|laughed|laughs|shrugged|grinned|smiled|calls|cried|' +
  'insinuated|complained|complains|quoted|quotes|quoting|boasted|retorted|countered|counters|pleaded|urged|urges|urging|vowed|vows|vowing|' +
  'promised|promises|promising|pledged|pledging|reiterated|stressed|emphasized|emphasised|proclaimed|lamented|read|implored|ordered|according to|in the words of|per';

/** Verbs that take a fragment of somebody's words. */
export const REPORTING =
  'called|calling|described|describes|describing|dismissed|dismissing|denounced|denouncing|condemned|criticized|criticised|criticizing|blasted|slammed|' +
  'praised|praising|hailed|hailing|labelled|labeled|labeling|branded|accused|accusing|blamed|characterized|characterised|referred|referring|cited|citing|' +
  'deemed|mocked|mocking|derided|ridiculed|lambasted|decried|ripped|touted|touting|demanded|demanding|denied|denies|rejected|rejecting|' +
  'expressed|expressing|voiced|apologi[sz]ed|thanked|vowed|credited|defended|defending|attacked|attacking|spoke|speaking|speaks|talked|talking|talks|' +
  'felt|feels|thinks|thought|believes|believed|hopes|hoped|wants|wanted|found|finds|finding|showed|shows|concluded|proposed|opposes|opposed|supports|recommended|' +
  'statement|interview|speech|remarks|comments|letter|email|e-mail|memo|tweet|testimony|report|message|ruling|opinion|complaint|filing|view|views|warning|claim|claims';

/** Nouns after the words that they carry: `"Ferries now" banners`. */
export const SLOGAN_CARRIERS =
  'banners?|signs?|placards?|posters?|stickers?|t-shirts?|tee-shirts?|shirts?|hats?|caps?|badges?|buttons?|slogans?|chants?|billboards?|graffiti|mugs?|jackets?';
