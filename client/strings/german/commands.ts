import type { commands as english } from '../commands.ts';
import type { Translated } from '../message.ts';

/** The messages of the list of commands, of the keys, and of why something cannot be done now, in German. */
export const commands: Translated<typeof english> = {
  'commands.rate': 'Urteil: {rating}',

  'command.text': 'Zum Text',
  'command.list': 'Zu den Behauptungen',
  'command.sources': 'Zu den Quellen',
  'command.contacts': 'Zu denen, die gefragt werden',
  'command.cleaned': 'Zu dem, was beim Einlesen entfernt wurde',
  'command.discussion': 'Zur Diskussion',
  'command.history': 'Zum Verlauf',
  'command.coverage': 'Zur Abdeckung und zu den Absätzen',
  'command.tray': 'Zu dem, was sich nicht zusammenführen ließ',
  'command.backToText': 'Von der Karte zurück zu ihrem Wortlaut',
  'command.openHere': 'Zur Karte der Behauptung an dieser Stelle',
  'command.share': 'Diesen Artikel teilen',
  'command.export': 'Diesen Artikel exportieren',
  'command.settings': 'Einstellungen dieses Artikels: Skala, Regel, Prüfungen',
  'command.account': 'Kontomenü öffnen',
  'command.articles': 'Alle Artikel',
  'command.library': 'Alle Quellen der Redaktion',
  'command.proposal': 'Übernehmen, was für die Quellen vorgeschlagen ist',
  'command.singleKeys': 'Einzelne Tasten ein- oder ausschalten',
  'command.language': 'Sprache: {language}',
  'command.withdraw': 'Offene Behauptung zurückziehen',
  'command.reinstate': 'Offene Behauptung zurückholen',
  'command.reanchor': 'Offene Behauptung auf die ausgewählten Wörter setzen',
  'command.calculate': 'Berechnen',
  'command.details': 'Einzelheiten der offenen Behauptung',
  'command.adjust': 'Enden der offenen Behauptung an die ausgewählten Wörter anpassen',
  'command.endOn': 'Offene Behauptung ein Wort später enden lassen',
  'command.endBack': 'Offene Behauptung ein Wort früher enden lassen',
  'command.startOn': 'Offene Behauptung ein Wort später beginnen lassen',
  'command.startBack': 'Offene Behauptung ein Wort früher beginnen lassen',
  'command.sentence': 'Nächsten Satz auswählen',
  'command.sentenceBack': 'Vorigen Satz auswählen',
  'command.sentenceToo': 'Nächsten Satz dazunehmen',

  'singleKeys.turnedOn': 'Einzelne Tasten sind ein.',
  'singleKeys.turnedOff':
    'Einzelne Tasten sind aus. Jede wirkt zusammen mit {keys}, und alle Befehle stehen unter {list}.',
};
