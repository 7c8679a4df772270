import type { RemovalReason } from '../reading.ts';
import type { Line } from './line.ts';

/**
 * What a line is known to be from its words alone.
 * `sure`: nothing an author writes; else it is believed only on a page that shows other furniture.
 * `closes`: what follows it belongs to the page, not to the article.
 */
export interface Known {
  readonly reason: RemovalReason;
  readonly sure: boolean;
  readonly closes: boolean;
}

type Row = readonly [RemovalReason, 'sure' | 'maybe', 'stays' | 'closes', string];

// Whole lines, folded (see Line.folded), by language: English; German; French; Spanish; Italian; Portuguese; Russian; Japanese; Korean.
const ROWS: readonly Row[] = [
  [
    'navigation',
    'sure',
    'stays',
    `accessibility links|accessibility help|skip to content|skip to main content|skip to site index|skip links|skip navigation|jump to navigation|
    jump to content|toggle navigation|open navigation menu|main navigation|breadcrumb|breadcrumb trail links|breadcrumbs|secondary links|
    footer links|site index|site map|sitemap|perform search|close menu|open menu|back to top|return to top|logo return to top|top of page|
    back to gallery|hide caption|toggle caption|rss feed|rss feeds|
    zum inhalt springen|zum inhalt|zur startseite|nach oben|zum seitenanfang|hauptnavigation|
    aller au contenu|aller au contenu principal|retour en haut|haut de page|plan du site|
    saltar al contenido|ir al contenido|volver arriba|mapa del sitio|mapa web|
    vai al contenuto|torna su|mappa del sito|ir para o conteúdo|voltar ao topo|mapa do site|
    перейти к содержанию|перейти к основному содержанию|карта сайта|наверх|к основному контенту|
    ページトップへ|ページトップへ戻る|サイトマップ|メニュー|本文へ|바로가기|본문 바로가기|맨 위로|사이트맵`,
  ],
  [
    'navigation',
    'maybe',
    'stays',
    `menu|home|news|breaking news|latest news|top stories|latest|world|politics|business|sport|sports|opinion|opinions|culture|lifestyle|life & style|
    entertainment|travel|health|science|tech|technology|weather|video|videos|photos|quick links|podcasts|podcast|radio|tv|live|live tv|magazine|local|
    arts|books|food|education|environment|money|markets|economy|football|tennis|golf|cricket|rugby|cars|fashion|sections|search|more|all|explore|
    close|about|about us|contact|contact us|advertise|advertise with us|advertising|careers|jobs|faq|faqs|help|feedback|shop|store|rss|
    archive|archives|topics|tags|categories|resources|services|masthead|corrections|obituaries|classifieds|puzzles|crossword|events|editorials|
    letters|next|previous|next post|previous post|next article|previous article|english|email|print|e-edition|epaper|front page|work with us|
    startseite|nachrichten|politik|wirtschaft|kultur|gesellschaft|wissen|suche|themen|kontakt|presse|über uns|karriere|hilfe|service|
    accueil|actualités|politique|économie|société|monde|santé|voyage|rechercher|à propos|nous contacter|contactez-nous|
    inicio|noticias|política|economía|sociedad|cultura|deportes|buscar|contacto|quiénes somos|historia|
    cronaca|economia|cerca|contatti|chi siamo|notícias|esportes|contato|
    главная|новости|политика|экономика|общество|культура|спорт|поиск|о нас|контакты|рубрики|
    社会|政治|経済|国際|スポーツ|社説|会社案内|検索|정치|경제|사회|문화|스포츠|검색`,
  ],
  [
    'sharing',
    'sure',
    'stays',
    `share this|share this article|share this story|share this page|share this post|share article|share on facebook|share on twitter|share on x|
    share on linkedin|share on whatsapp|share via email|share by email|email this article|print this article|copy link|copy url|link copied|social sharing|
    show more sharing options|add as preferred on google|follow us|follow us on|connect with us|tweet this|
    auf facebook teilen|artikel teilen|teilen sie diesen artikel|partager cet article|partager sur facebook|compartir en facebook|compartir este artículo|
    condividi su facebook|condividi l'articolo|compartilhar no facebook|поделиться в facebook|поделиться статьей|поделиться ссылкой|シェアする|기사 공유하기`,
  ],
  [
    'sharing',
    'maybe',
    'stays',
    `share|shares|save|tweet|like|follow|facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|flipboard|snapchat|
    tiktok|bluesky|threads|mastodon|vk|viber|pocket|messenger|google+|line|comment|
    teilen|drucken|merken|folgen sie uns|partager|imprimer|suivez-nous|compartir|síguenos|condividi|seguici|compartilhar|siga-nos|
    поделиться|подписаться|мы в соцсетях|シェア|ツイート|공유|인쇄`,
  ],
  [
    'advertisement',
    'sure',
    'stays',
    `advert|adverts|advertisement|advertisment|advertisements|story continues below advertisement|article continues below advertisement|continue reading the main story|
    article continues after advertisement|article continues below|story continues below|scroll to continue with content|this advertisement has not loaded yet|
    this advertisement has not loaded yet, but your article continues below|anzeige|werbung|publicité|la suite après cette publicité|publicidad|
    pubblicità|publicidade|реклама|広告|광고|skip advert|skip ad`,
  ],
  [
    'advertisement',
    'maybe',
    'stays',
    'ad|ads|ad feedback|sponsored|sponsored content|promoted|promoted stories|partner content|branded content|paid content|paid post|affiliate|pr|sponsored links',
  ],
  [
    'cookie',
    'sure',
    'stays',
    `accept all cookies|accept cookies|reject all cookies|cookie settings|cookie preferences|manage cookies|manage cookie preferences|
    alle cookies akzeptieren|cookie-einstellungen|accepter les cookies|gérer les cookies|paramètres des cookies|aceptar cookies|configurar cookies|
    accetta tutti i cookie|impostazioni cookie|aceitar cookies|принять cookie|cookie policy|politique de cookies|política de cookies`,
  ],
  ['cookie', 'maybe', 'stays', 'cookies|accept all|reject all|accept|i accept|manage preferences|cookie'],
  [
    'notice',
    'sure',
    'stays',
    `terms of use|terms of service|terms and conditions|terms & conditions|privacy policy|privacy notice|your california privacy rights|
    your privacy choices|your ad choices|interest based ads|adchoices|ad choices|do not sell my personal information|do not sell or share my personal information|
    closed captioning|legal notice|user agreement|datenschutzerklärung|allgemeine geschäftsbedingungen|nutzungsbedingungen|
    mentions légales|politique de confidentialité|conditions d'utilisation|conditions générales|aviso legal|política de privacidad|
    condiciones de uso|términos y condiciones|note legali|informativa sulla privacy|termos de uso|política de privacidade|
    политика конфиденциальности|пользовательское соглашение|правила использования|利用規約|個人情報|プライバシーポリシー|서비스 이용약관|개인정보처리방침|이용약관`,
  ],
  [
    'notice',
    'maybe',
    'stays',
    'privacy|terms|disclaimer|accessibility|copyright|datenschutz|impressum|agb|legal|confidentialité|著作権|저작권',
  ],
  [
    'subscription',
    'sure',
    'stays',
    `subscribe now|subscribe to our newsletter|sign up for our newsletter|sign up for our newsletters|newsletter sign-up|subscribe to newsletter|
    to read the full story|already a subscriber|already a subscriber? log in|already a subscriber? sign in|already have an account|manage subscription|
    subscriber services|subscribe today|thanks for signing up|thank you for subscribing|view more offers|create an account|email address|your email address|
    newsletter abonnieren|jetzt abonnieren|s'abonner|s'abonner à la newsletter|déjà abonné|se connecter|suscríbete|suscribirse|
    iscriviti alla newsletter|assine agora|подписаться на рассылку|подпишитесь на рассылку|会員登録|ログイン|로그인|회원가입|구독하기`,
  ],
  [
    'subscription',
    'maybe',
    'stays',
    `subscribe|subscription|sign in|sign up|log in|login|log out|logout|register|newsletter|newsletters|subscriptions|my account|account|join|join now|continue|
    download our app|try it free|anmelden|abo|abonnement|registrieren|abonnieren|connexion|mon compte|iniciar sesión|registrarse|accedi|abbonati|entrar|войти|регистрация`,
  ],
  [
    'related',
    'sure',
    'stays',
    `read more|read also|read next|also read|see also|more on this|more on this story|more on this topic|related|related content|related article|
    learn more|continue reading|view more|show more|see more|load more|
    mehr lesen|weiterlesen|lesen sie auch|lesen sie mehr|mehr zum thema|zum thema|lire aussi|à lire aussi|lire la suite|en savoir plus|lire plus|
    leer más|lea también|lee también|te puede interesar|más información|leggi anche|leggi di più|per approfondire|leia também|leia mais|saiba mais|
    читайте также|читать далее|подробнее|смотрите также|по теме|материалы по теме|читать также|czytaj także|lees ook|lees meer|もっと見る|関連記事|관련기사|더보기`,
  ],
  [
    'related',
    'sure',
    'closes',
    `related articles|related stories|related posts|related news|related topics|more stories|more news|most read|most popular|most viewed|most popular videos|
    most popular articles|recommended|recommended for you|recommended stories|you may also like|you might also like|you may like|up next|trending now|trending stories|
    editors' picks|editor's picks|latest stories|our latest stories|latest headlines|recent posts|popular posts|more from this author|around the web|from around the web|
    meistgelesen|das könnte sie auch interessieren|auch interessant|weitere artikel|mehr artikel|empfehlungen der redaktion|les plus lus|à lire également|
    articles liés|sur le même sujet|lo más leído|lo más visto|noticias relacionadas|i più letti|articoli correlati|mais lidas|самое читаемое|популярное|
    новости по теме|アクセスランキング|많이 본 뉴스|인기기사`,
  ],
  [
    'related',
    'maybe',
    'closes',
    "trending|popular|featured|recommended videos|featured video|latest video|sponsored stories|don't miss|what to read next|keep reading|more in",
  ],
  [
    'comments',
    'sure',
    'closes',
    `leave a reply|leave a comment|post a comment|add a comment|view comments|show comments|hide comments|read all comments|comments are closed|
    write a comment|join the discussion|reader comments|top rated comments|cancel reply|kommentar schreiben|kommentare lesen|kommentar verfassen|
    laisser un commentaire|poster un commentaire|dejar un comentario|deja un comentario|deja una respuesta|lascia un commento|deixe um comentário|
    deixe uma resposta|добавить комментарий|оставить комментарий|コメントを書く|댓글 쓰기`,
  ],
  [
    'comments',
    'maybe',
    'closes',
    'comments|kommentare|commentaires|comentarios|commenti|comentários|комментарии|コメント|댓글',
  ],
  [
    'comments',
    'maybe',
    'stays',
    'join the conversation|comment guidelines|community guidelines|no comments|nessun commento|sin comentarios|keine kommentare',
  ],
  [
    'widget',
    'maybe',
    'stays',
    'xs|sm|md|lg|xl|xxl|s|m|l|play|pause|mute|unmute|loading|play video|watch|listen|listen now|credit|caption|text|or|image',
  ],
];

/** Known whole lines by their folded text. */
const PHRASES: ReadonlyMap<string, Known> = new Map(
  ROWS.flatMap(([reason, sure, closes, phrases]) =>
    phrases
      .split('|')
      .map((phrase) => [phrase.trim(), { reason, sure: sure === 'sure', closes: closes === 'closes' }] as const),
  ),
);

/** What a line is known to be by its whole wording, if anything. */
export const phraseOf = (line: Line): Known | undefined => PHRASES.get(line.folded);
