/** A short article of our own in a language that is not written as English is, with what can be marked in it. */
export interface ScriptArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words that can be claims, each once in the article. */
  readonly claims: readonly string[];
}

/** Articles that run from right to left, and one without spaces between its words. */
export const OTHER_SCRIPTS = {
  arabic: {
    title: 'المدينة تفتح الجسر القديم بعد عامين من الإصلاح',
    paragraphs: [
      'فتحت المدينة الجسر القديم يوم الثلاثاء بعد إصلاحات استمرت عامين وكلفت 12 مليون يورو. وقالت المهندسة ليلى حداد إن الجسر سيبقى مئة عام أخرى.',
      'كان الجسر يحمل 8000 سيارة في اليوم قبل إغلاقه، بحسب وزارة النقل. ويقول التجار إن نصف زبائنهم لم يعودوا بعد.',
      'لم ينشر المجلس حتى الآن تقرير السلامة الذي وعد به في الربيع.',
    ],
    claims: ['إصلاحات استمرت عامين وكلفت 12 مليون يورو', '8000 سيارة في اليوم', 'نصف زبائنهم لم يعودوا بعد'],
  },
  hebrew: {
    title: 'העירייה פתחה את הגשר הישן אחרי שנתיים של שיפוצים',
    paragraphs: [
      'העירייה פתחה ביום שלישי את הגשר הישן אחרי שיפוצים שנמשכו שנתיים ועלו 12 מיליון אירו. המהנדסת אמרה שהגשר יעמוד עוד מאה שנה.',
      'לפני הסגירה עברו על הגשר 8,000 מכוניות ביום, לפי משרד התחבורה. הסוחרים אומרים שחצי מהלקוחות עוד לא חזרו.',
    ],
    claims: ['שיפוצים שנמשכו שנתיים ועלו 12 מיליון אירו', '8,000 מכוניות ביום', 'חצי מהלקוחות עוד לא חזרו'],
  },
  japanese: {
    title: '市は二年の修理を終えた古い橋をふたたび開いた',
    paragraphs: [
      '市は火曜日、二年にわたる修理を終えた古い橋をふたたび開いた。費用は1200万ユーロだった。',
      '「あと百年はもつ」と工事を率いた技師の森さんは話した。国土省によると、閉鎖前には一日8000台の車が通っていた。',
      '商店街では、客の半分がまだ戻っていないという。市議会は春に約束した安全報告書を公表していない。',
    ],
    claims: ['費用は1200万ユーロだった', '一日8000台の車が通っていた', '客の半分がまだ戻っていない'],
  },
} as const satisfies Readonly<Record<string, ScriptArticle>>;

/** The text of an article as it is pasted. */
export const textOf = ({ title, paragraphs }: ScriptArticle): string => [title, ...paragraphs].join('\n\n');
