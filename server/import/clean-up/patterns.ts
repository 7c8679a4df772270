import type { Line } from './line.ts';
import type { Known } from './phrases.ts';

interface Pattern extends Known {
  readonly widest: number;
  readonly test: RegExp;
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|maart|mei|augustus|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

// Tried in order on lines up to `widest`; the first that holds names the line.
const PATTERNS: readonly Pattern[] = [
  { reason: 'invisible', sure: true, closes: false, widest: 20, test: /^[\p{Cf}\p{Mn}\p{Cc}]+$/u },
  { reason: 'advertisement', sure: true, closes: false, widest: 30, test: /^advertisement \d+$/i },
  { reason: 'navigation', sure: true, closes: false, widest: 60, test: /^(?:skip|jump) (?:to|over) /i },
  {
    reason: 'cookie',
    sure: true,
    closes: false,
    widest: 600,
    test: /^(?=.*(?:site|experience|traffic|consent|partner|privacy|agree|seite|erfahrung|sitio|sito|сайт))(?:(?:we|our site|our website|this site|this website|our partners and we|we and our partners)\b.{0,40}\b(?:uses?|store)\b.{0,60}\bcookies?\b|by (?:continuing|using|clicking|browsing)\b.{0,120}\bcookies?\b|(?:wir|diese (?:web)?seite|unsere (?:web)?seite)\b.{0,40}\b(?:nutz|verwende)\w*.{0,60}\bcookies?\b|(?:nous|ce site)\b.{0,30}\butilis\w+.{0,60}\bcookies?\b|utilizamos\b.{0,60}\bcookies?\b|utilizziamo\b.{0,60}\bcookies?\b|(?:este sitio|questo sito)\b.{0,60}\bcookies?\b|(?:мы|этот сайт|сайт).{0,20}использу\S+.{0,60}(?:cookie|куки))/iu,
  },
  {
    reason: 'notice',
    sure: true,
    closes: true,
    widest: 700,
    test: /^(?:©|ⓒ|\(c\) ?\d{4}|copyright\b.{0,12}(?:©|\d{4}|\(c\)))/i,
  },
  {
    reason: 'notice',
    sure: true,
    closes: true,
    widest: 300,
    test: /^(?:.{0,80}[.|©,–—-] ?)?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los )?derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены)(?:[.|–—-]|$)|無断転載|무단.?전재/i,
  },
  {
    reason: 'subscription',
    sure: false,
    closes: false,
    widest: 220,
    test: /^(?:please )?(?:sign up|subscribe|register|sign in|log in|create an account|join|get|receive|enter your e-?mail|activate|unlock)\b.*(?:newsletter|inbox|unlimited|access|account|\bapp\b|e-?mail|for free|today|alerts|subscri|unlock|offers?|to (?:read|continue|get|join|leave|view))/i,
  },
  {
    reason: 'subscription',
    sure: false,
    closes: false,
    widest: 160,
    test: /\b(?:subscribe to|sign up (?:for|to)|get) (?:our|the|your) .{0,40}\bnewsletters?\b|\bsucc?ess?fully subscribed\b|^(?:this content is reserved for|this article is for|by (?:signing up|clicking|subscribing|providing|submitting)|there was an error|thanks for (?:signing|subscribing)|you can unsubscribe|unlimited (?:digital|online) access|already (?:a )?(?:subscrib|register|member))/i,
  },
  {
    reason: 'subscription',
    sure: false,
    closes: false,
    widest: 90,
    test: /会員登録が必要|会員限定(?:です|記事)|有料会員(?:になると|限定)|(?:登録|ログイン)(?:する|してください)。?$|réservée? aux abonnés|nur für abonnent|solo para suscriptores|exclusiv[ao] para suscriptores/iu,
  },
  {
    reason: 'related',
    sure: false,
    closes: false,
    widest: 220,
    test: /^(?:read(?: more| also| next)?|also read|related|see also|more|watch|listen|lesen sie auch|mehr|lire aussi|à lire(?: aussi)?|lea también|lee también|leggi anche|leia também|читайте также|lees ook) ?[:|»>→–—]/i,
  },
  {
    reason: 'related',
    sure: false,
    closes: false,
    widest: 200,
    test: /^(?:(?:à )?lire aussi|lesen sie auch|lesen sie mehr|le[ae] también|leggi anche|leia também|читайте также|смотрите также|lees ook|also read|read also|see also)(?![\p{L}])/iu,
  },
  {
    reason: 'navigation',
    sure: false,
    closes: false,
    widest: 400,
    test: /^(?:tags?|filed under|posted in|published under|topics?|categor(?:y|ies)|in this article|keywords|themen|schlagworte|sujets|temas|etiquetas|теги|рубрика)(?: ?:|(?=[ #]#))/iu,
  },
  { reason: 'navigation', sure: false, closes: false, widest: 200, test: /^tags \p{Lu}[^.!?]*$/iu },
  {
    reason: 'widget',
    sure: false,
    closes: false,
    widest: 90,
    test: /^(?:we apologi[sz]e, but this video|try refreshing your browser|tap here to see other videos|back to video|view the discussion thread|your browser does not support)/i,
  },
  // As blogs head each comment.
  {
    reason: 'comments',
    sure: true,
    closes: true,
    widest: 160,
    test: /^.{2,60} (?:on|am|le|el|il) .{6,40} (?:at|um|à|a las|alle) \d.{2,12} (?:said|says|sagte|a dit|dijo|dice) ?:$/iu,
  },
  {
    reason: 'comments',
    sure: false,
    closes: true,
    widest: 220,
    test: /^(?:\d+|one|no) (?:thoughts?|responses?|comments?|replies|kommentare|commentaires|comentarios|commenti|комментари\S+)(?: (?:on|to|zu|sur|en|yet)\b.*| ?[:»↓]?$)/iu,
  },
  {
    reason: 'related',
    sure: false,
    closes: true,
    widest: 60,
    test: /^(?:more (?:from|in|on|great|about|stories|news|top)|most (?:read|popular|viewed|shared|recent)|popular (?:in|on|now)|latest (?:from|in|news|stories)|top stories|trending (?:in|on|now)|(?:you (?:may|might)|also) (?:also )?like|recommended|related (?:stories|articles|news|content|posts|topics|coverage)|mehr (?:zu|aus|von)|plus de|más (?:de|sobre|en)|altri articoli|ещё по теме)(?:\s\S+){0,6}$/i,
  },
  {
    reason: 'sharing',
    sure: false,
    closes: false,
    widest: 240,
    test: /^share this (?:story|article|post|page|content)\b/i,
  },
  {
    reason: 'sharing',
    sure: false,
    closes: false,
    widest: 70,
    test: /^(?:share|tweet|follow|like|find|e-?mail|print) (?:this|us|on|via|by|with|me|to|it|@)\b|^share (?:on|to|this)|^(?:click to|opens in)|^@\w+$/i,
  },
  {
    reason: 'notice',
    sure: false,
    closes: false,
    widest: 140,
    test: /\bclick here\b|\bhier klicken\b|\bcliquez ici\b|\b(?:haga )?cli[ck] aquí\b|\bclicca qui\b|\bclique aqui\b|нажмите (?:здесь|сюда)/i,
  },
  {
    reason: 'byline',
    sure: false,
    closes: false,
    widest: 90,
    test: /^(?:By|BY|by|(?:Words|Written|Posted|Edited|Story|Text) by|Author:|Автор:?|Texto?:) ?\p{Lu}[^.!?]*$|^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Dd]i)(?: \p{Lu}[\p{L}'’.-]+){2,3}$/u,
  },
  {
    reason: 'byline',
    sure: false,
    closes: false,
    widest: 120,
    test: /^[^.!?]{0,40}(?<!\p{L})(?:published|updated|posted|last (?:updated|modified)|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено)(?!\p{L})[^.!?]{0,20}(?:\d|ago|:)/iu,
  },
  {
    reason: 'byline',
    sure: false,
    closes: false,
    widest: 90,
    test: new RegExp(
      `^\\P{L}*(?:[\\p{L}-]+,? )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th|\\.)?(?: de)? (?:${MONTH})(?!\\p{L})|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?\\b).{0,45}$`,
      'iu',
    ),
  },
  {
    reason: 'byline',
    sure: false,
    closes: false,
    widest: 60,
    test: /^\P{L}*(?:\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}).{0,30}$/u,
  },
  {
    reason: 'byline',
    sure: false,
    closes: false,
    widest: 40,
    test: /^~?(?:\d+|an?|one) ?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)(?: |-)?(?:ago|read)$|^\d+ ?(?:mins?|minutes?|minute)(?: de)? ?(?:read|lecture|lesezeit|lectura|di lettura)$|^vor \d+ \p{L}+$|^il y a \d+ \p{L}+$|^hace \d+ \p{L}+$|^\d+(?:時間|分)前$/iu,
  },
  {
    reason: 'widget',
    sure: false,
    closes: false,
    widest: 40,
    test: /^[^\p{L}]*\d?[^\p{L}]*$|^[\d.,]+ ?[km]?\+? (?:comments?|shares?|views?|likes?|votes?|replies|letture|kommentare|commentaires|comentarios|photos?|images?)$|^(?:duration|rating|slide|photo|image|page):? \d.*$/iu,
  },
];

/** What a line is known to be by the shape of its wording, if anything. */
export const patternOf = (line: Line): Known | undefined => {
  return PATTERNS.find(({ widest, test }) => line.text.length <= widest && test.test(line.text));
};
