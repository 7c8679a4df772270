import type { newArticle as english } from '../../later/new-article.ts';
import type { Translated } from '../../message.ts';

/** The messages of a new article: how it comes in, and what becomes of it, in German. */
export const newArticle: Translated<typeof english> = {
  'newArticle.page': 'Neuer Artikel',
  'newArticle.title': 'Neuer Artikel',
  'newArticle.placeholder': 'Fügen Sie den Artikel hier ein: die ganze Seite mit Menüs, Teilen-Knöpfen und allem.',
  'newArticle.hint': 'Sie sehen, was weggelassen wird, bevor etwas angelegt wird.',
  'newArticle.file': 'Textdatei wählen',
  'newArticle.read': 'Weiter',
  'newArticle.reading': 'Der Text wird gelesen',
  'newArticle.missing': 'Fügen Sie zuerst einen Text ein oder wählen Sie eine Datei.',
  'newArticle.discard': 'Verwerfen',
  'newArticle.discarded': 'Der Text ist verworfen.',
  'newArticle.waiting': 'Der Text bleibt in diesem Browser, bis der Artikel angelegt ist.',
  'newArticle.words': { one: '{count} Wort', other: '{count} Wörter' },

  'preview.pasted': 'Wie eingefügt',
  'preview.asRead': 'Wie er wird',
  'preview.back': 'Zurück zum Text',
  'preview.headline': 'Titel',
  'preview.noHeadline': 'Titel des Artikels',
  'preview.titleKept': 'Der eingefügte Titel bleibt als erster Absatz stehen.',
  'preview.removed': { one: '{count} Zeile entfernt', other: '{count} Zeilen entfernt' },
  'preview.keptCount': { one: '{count} behalten', other: '{count} behalten' },
  'preview.nothingRemoved': 'Nichts entfernt',
  'preview.asItIs': 'Wie eingefügt, nichts entfernt',
  'preview.unclean': 'Den Text wie eingefügt verwenden',
  'preview.clean': 'Wieder bereinigen',
  'preview.keep': 'Behalten',
  'preview.keepLine': 'Behalten: {line}',
  'preview.remove': 'Entfernen',
  'preview.removeLine': 'Wieder entfernen: {line}',
  'preview.more': { one: '{count} weitere Zeile hier entfernt', other: '{count} weitere Zeilen hier entfernt' },
  'preview.create': 'Artikel anlegen',
  'preview.creating': 'Der Artikel wird angelegt',
  'preview.notKept':
    'Der Artikel ist angelegt, doch was Sie behalten wollten, steht noch nicht in seinem Text. Dort ist es unter dem Entfernten aufgeführt.',
};
