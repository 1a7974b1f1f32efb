/*
 * Whether a text looks like the name of a person, where a role is asked for. A guess that only ever asks: it knows common
 * given names, how many Swedish surnames end, and words that name roles and units. Being silent about a rare name is
 * better than asking about "Enhetschef Miljö".
 */

/** Common given names in Sweden, of all ages, by the first letter. Those that are also words are only taken with a surname. */
const GIVEN_NAMES = new Set(
  `ahmed agneta agnes albin alexander ali alice alma amanda amir anders andreas anette angelica anita ann anna annika
  anneli annelie anton antonia arne astrid axel barbro bengt benjamin berit bertil birgit birgitta bjarne bo britt
  britta börje camilla carina carl carin caroline cecilia charlotta charlotte christer christian christina christoffer
  claes conny dag daniel daniela david dennis dick ebba edvin eleonor elias elin elina elisabet elisabeth elise ella ellen
  elsa elvira emelie emil emilia emma erica erik erika ester eva fatima felicia felix filip folke fredrik frida gabriel
  gabriella georg gerd gertrud greta gun gunilla gunnar gunvor gustaf gustav göran gösta hampus hanna hannah hans hassan
  helen helena helene henrik henry herman hilda hugo håkan ida inga inge ingegerd ingela inger ingmar ingrid ingvar irene
  isabella isak jacob jakob jan jane janne jenny jens jesper jessica joakim joel johan johanna johannes john johnny jonas
  jonathan josef josefin josefine julia julius jörgen kaj karin karl karolina katarina kenneth kent kerstin kevin kim
  kjell klara klas kristian kristina kristoffer kurt lars lasse leif lena lennart lina linda linnea linus lisa lisbeth
  liselotte lotta louise lovisa lucas ludvig lukas madeleine magdalena magnus maja malin marcus margareta maria marianne
  marie markus marta martin martina mathias matilda mats mattias max maria melker mia micael michael mikael mikaela
  mohamed mohammed mona monica monika morgan märta nathalie niclas niklas nils nina noah ola olle olof olov oscar oskar
  otto owe ove patricia patrik paul paulina peder pelle per pernilla peter petra philip pia pontus ragnar rebecca rebecka
  rickard rikard robert robin roger roland rolf ronny rune sabina samuel sandra sanna sara sarah sebastian simon siv sofia
  sofie solveig staffan stefan stefanie sten stig stina sture susanne susanna sven svante sven-erik sylvia tea therese
  thomas thorbjörn tim tina tobias tom tomas tommy tony tore torsten tove ulf ulla ulrica ulrika urban valter vendela vera
  veronica victor victoria viktor viktoria vilma vincent yngve yvonne zahra åke åsa örjan östen`.split(/\s+/),
);
/** Given names that are also words: taken only where a surname follows. */
const ALSO_WORDS = new Set(['bo', 'dag', 'gun', 'per', 'sten', 'stig', 'tim', 'max', 'tea', 'urban', 'otto', 'kim']);
const SURNAME_END =
  /(sson|sen|qvist|kvist|ström|strand|strøm|gren|lund|lind|berg|bergh|borg|dahl|dal|holm|man|mark|ell|én|löf|löv|blad|stedt|ius|ander)$/u;
const ROLE_OR_UNIT =
  /(chef|ansvarig|ordnare|strateg|ledare|direktör|controller|lägga|läggare|ingenjör|tekniker|ägare|enhet|avdelning|förvaltning|region|service|kommun|nämnd|styrelse|grupp|team|verksamhet|sjukhus|sjukvård|vård|fastighet|miljö|klimat|energi|upphandl|inköp|transport|drift|kansli|kontor|central|utveckling|ekonomi|kommunikation|kök|måltid|lager|it|hr|stab|ombud|råd|bolag|leverantör|projekt|chaufför|konsult|sekreterare|specialist|utredare|expert|laborat|klinik|mottagning|skola|museum|teknik|bygg|logistik|kvalitet|hållbarhet|manager|department|officer|head|unit|director)/u;

/** Whether the text looks like a person's name, or holds one: `Anna Berg`, `Enhetschef Lars Holm`, `anna@exempel.se`. */
export function looksLikePersonName(text: string): boolean {
  if (/\S@\S/.test(text)) return true;
  const words = text.split(/[\s,;/()]+/u).filter((word) => word !== '');
  return words.some((word, index) => startsName(word, words[index + 1], words)) || isSurnameFirst(text);
}

const isCapitalised = (word: string | undefined): word is string =>
  word !== undefined && /^\p{Lu}[\p{Ll}’'-]+(-\p{Lu}\p{Ll}+)?$/u.test(word);
const isInitial = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}\.?$/u.test(word);
const isRole = (word: string): boolean => ROLE_OR_UNIT.test(word.toLocaleLowerCase('sv'));

function startsName(word: string, next: string | undefined, words: readonly string[]): boolean {
  if (!isCapitalised(word) && !isInitial(word)) return false;
  const surnameFollows = isCapitalised(next) && !isRole(next);
  const looksLikeSurname = surnameFollows && SURNAME_END.test(next);
  const lower = word.toLocaleLowerCase('sv');
  const given = [lower, lower.split('-')[0] ?? ''].find((name) => GIVEN_NAMES.has(name));
  if (given && ALSO_WORDS.has(given)) return looksLikeSurname;
  if (given) return surnameFollows || isInitial(next) || words.length === 1;
  // No known given name: only two words alone, of which the last ends as a surname and the first is no role or place.
  return words.length === 2 && looksLikeSurname && !isRole(word) && word === words[0] && !PLACES.has(lower);
}

/** `Andersson, Anna` */
const isSurnameFirst = (text: string): boolean => {
  const [, surname, given = ''] = /^\s*(\p{Lu}\p{L}+),\s*(\p{Lu}\p{L}+)/u.exec(text) ?? [];
  return surname !== undefined && GIVEN_NAMES.has(given.toLocaleLowerCase('sv'));
};

const PLACES = new Set([
  'södra',
  'norra',
  'östra',
  'västra',
  'stora',
  'lilla',
  'nya',
  'gamla',
  'mellersta',
  'övre',
  'nedre',
]);
