import assert from 'node:assert/strict';
import { decodeText } from '../../../server/import/decode-text.ts';
import { Invalid } from '../../../shared/parsing.ts';

/** How a text is written in an encoding of one byte a sign, read off the decoder. */
const oneByte = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (sign) => bytes.get(sign) ?? assert.fail(`${encoding} has no ${sign}`));
};

/** The same for encodings of one or two bytes a sign. */
const twoBytes = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const wanted = new Set(text);
  const known = new Map<string, readonly number[]>();
  for (let first = 0; first < 256; first += 1) {
    const one = decoder.decode(Uint8Array.of(first));
    if (first < 128) known.set(one, [first]);
    else
      for (let second = 0x30; second < 255; second += 1) {
        const sign = decoder.decode(Uint8Array.of(first, second));
        if (wanted.has(sign) && !known.has(sign)) known.set(sign, [first, second]);
      }
  }
  return Uint8Array.from([...text].flatMap((sign) => known.get(sign) ?? assert.fail(`${encoding} has no ${sign}`)));
};

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};

const RUSSIAN = 'Луна состоит из базальта, говорит астроном.\nНикто не спросил саму луну.';
const GERMAN = 'Der Mond besteht aus Basalt, heißt es. Früher hörte man anderes: „Käse“.';
const POLISH = 'Księżyc składa się z bazaltu, twierdzą źródła. Nikt nie zapytał księżyca.';
const GREEK = 'Το φεγγάρι είναι από βασάλτη, λέει η αστρονόμος. Κανείς δεν ρώτησε.';
const TURKISH = 'Ay bazalttan oluşuyor, diyor gökbilimci. Kimse aya sormadı, değil mi? Şimdi ışığı güçlü.';
const HEBREW = 'הירח עשוי בזלת, אומרת האסטרונומית. איש לא שאל את הירח.';
const ARABIC = 'القمر مكون من البازلت، كما تقول عالمة الفلك. لم يسأل أحد القمر.';
const JAPANESE = '月は玄武岩でできていると天文学者は言う。誰も月に尋ねなかった。';
const CHINESE = '天文学家说，月亮是由玄武岩构成的。没有人问过月亮。';
const TAIWANESE = '天文學家說，月亮是由玄武岩構成的。沒有人問過月亮。';
const KOREAN = '달은 현무암으로 이루어져 있다고 천문학자는 말한다. 아무도 달에게 묻지 않았다.';

describe('a file of text', () => {
  const reads = (encoding: string, text: string, bytes: (text: string, encoding: string) => Uint8Array): void => {
    it(`in ${encoding} is read`, () => assert.equal(decodeText(bytes(text, encoding)), text));
  };
  reads('windows-1251', RUSSIAN, oneByte);
  reads('koi8-r', RUSSIAN, oneByte);
  reads('iso-8859-5', RUSSIAN, oneByte);
  reads('windows-1252', GERMAN, oneByte);
  reads('windows-1250', POLISH, oneByte);
  reads('iso-8859-2', POLISH, oneByte);
  reads('windows-1253', GREEK, oneByte);
  reads('windows-1254', TURKISH, oneByte);
  reads('windows-1255', HEBREW, oneByte);
  reads('windows-1256', ARABIC, oneByte);
  reads('shift_jis', JAPANESE, twoBytes);
  reads('euc-jp', JAPANESE, twoBytes);
  reads('gb18030', CHINESE, twoBytes);
  reads('big5', TAIWANESE, twoBytes);
  reads('euc-kr', KOREAN, twoBytes);
  for (const order of ['le', 'be'] as const)
    for (const text of [GERMAN, RUSSIAN, `${CHINESE}\n${CHINESE}\n`]) {
      const bytes = (mark: boolean) => () => utf16(text, order, mark);
      reads(`UTF-16${order} with its mark (${text.slice(0, 6)})`, text, bytes(true));
      reads(`UTF-16${order} without (${text.slice(0, 6)})`, text, bytes(false));
    }
  it('in ISO-2022-JP, which is seven bits, is read', () =>
    assert.equal(decodeText(Buffer.from('\u001b$B7n\u001b(B', 'latin1')), '月'));

  it('of ASCII and one sign of UTF-8 is not guessed at', () =>
    assert.equal(decodeText(Buffer.from(`${'x'.repeat(100_000)} é`)), `${'x'.repeat(100_000)} é`));

  it('is read in the encoding that whoever sent it names, where nothing in it speaks against that', () => {
    const bytes = oneByte('Луна', 'ibm866');
    assert.equal(decodeText(bytes, 'ibm866'), 'Луна');
    assert.equal(decodeText(Buffer.from('Луна'), 'ibm866'), 'Луна');
    assert.equal(decodeText(Buffer.from('Луна'), 'no such encoding'), 'Луна');
  });

  it('that is none is refused', () => {
    const noText = [[0x50, 0x4b, 3, 4, 0], [0x89, 0x50, 0x4e, 0x47, 0, 0], Array(200).fill(1)];
    for (const bytes of noText) assert.throws(() => decodeText(Uint8Array.from(bytes)), Invalid);
  });
});
