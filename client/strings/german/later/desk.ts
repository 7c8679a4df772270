import type { desk as english } from '../../later/desk.ts';
import type { Translated } from '../../message.ts';

/** The messages of what a desk or an article is set to, in German. */
export const desk: Translated<typeof english> = {
  'desk.open': 'Einstellungen der Redaktion',
  'desk.title': 'Einstellungen der Redaktion',
  'desk.words':
    'Sie gelten für Artikel, die von jetzt an angelegt werden. Ein Artikel behält die, mit denen er angelegt wurde; die Leitung ändert sie dort.',
  'desk.save': 'Speichern',
  'desk.discard': 'Änderungen verwerfen',
  'desk.saved': 'Die Einstellungen sind gespeichert.',

  'settings.words': 'Jede Änderung steht im Verlauf des Artikels. Urteile, die gefällt sind, behalten ihren Wortlaut.',
  'settings.noScales': 'Die anderen Skalen der Redaktion lassen sich nicht zeigen. {why}',
  'settings.newer': 'Die neuere Fassung dieser Skala aus der Redaktion übernehmen (Version {version})',
  'settings.copies': 'Lesenden die aufbewahrten Kopien öffentlicher Quellen zeigen',
  'settings.copiesMean':
    'Die aufbewahrten Kopien der Quellen eines veröffentlichten Berichts sehen auch, wer ihn liest. Sie sind das Werk anderer: Erlauben Sie es nur, wo das Recht es zulässt, sie zu zeigen, und nie bei dem, was im Vertrauen übergeben wurde.',
  'settings.suggestions': 'Prüfenswerte Sätze vorschlagen',
  'settings.suggestionsMean': 'Sie zählen erst, wenn jemand sie markiert. Nichts verlässt diesen Server.',
  'settings.hedgesMean':
    'Wie weit eine Zahl danebenliegen darf: Daran werden Berechnungen und Änderungen im Wortlaut gemessen. „Mindestens“ und „bis zu“ heißen, was sie sagen.',
  'settings.hedges.below': '„fast“, „knapp“',
  'settings.hedges.near': '„etwa“, „rund“',
  'settings.hedges.above': '„mehr als“, „über“',
  'settings.hedgesReach': '80: von {from} bis {to}',
  'settings.hedgesInPoints': 'Bei Prozentangaben in Prozentpunkten',
  'settings.points': 'Punkte',
  'settings.typesMean': 'Neben denen, die alle haben, etwa Statistik, Zitat und Ereignis.',
  'settings.typeLabel': 'Name der Art',
  'settings.checkable': 'prüfbar',
  'settings.addType': 'Art hinzufügen',
  'settings.removeType': '{label} entfernen',

  'rule.agree.means':
    'Gehen die Urteile auseinander, ist die Behauptung strittig, bis sie übereinstimmen oder die Leitung entscheidet.',
  'rule.majority.means': 'Mehr als die Hälfte der Urteile sagt dasselbe; sonst ist sie strittig.',
  'rule.mean.means':
    'Der Mittelwert der Urteile, gerundet zur nächsten Bewertung; genau dazwischen zu der, die näher an der Mitte liegt.',
  'rule.mean.unordered': 'Diese Skala hat keine Reihenfolge und daher keinen Mittelwert: Alle müssen übereinstimmen.',
  'rule.lead.means': 'Urteile beraten. Eine Behauptung hat ein Ergebnis, wenn die Leitung es festlegt.',

  'checks.0.means': 'Die Leitung zeichnet ab, was fertig ist.',
  'checks.1.means': 'Zuerst prüft jemand anderes. Niemand prüft die eigene Arbeit.',
  'checks.2.means': 'Zwei andere prüfen, eine Person nach der anderen.',

  'scale.edit': '„{name}“ ändern',
  'scale.copy': 'Eine eigene Skala daraus machen',
  'scale.copyOf': 'Unsere Skala nach: {name}',
  'scale.name': 'Name der Skala',
  'scale.label': 'Bewertung',
  'scale.toneOf': 'Wie {label} gezeichnet wird',
  'scale.numberOf': 'Nummer von {label}, falls es einen Platz in einer Reihenfolge hat',
  'scale.noNumber': 'Nr.',
  'scale.retire': '{label} nicht mehr anbieten',
  'scale.add': 'Bewertung hinzufügen',
  'scale.versions': 'Eine Änderung ergibt eine neue Version. Urteile, die gefällt sind, behalten ihren Wortlaut.',

  'tone.absurd': 'Purpurrot, dicke Doppellinie',
  'tone.false': 'Rot, dicke Linie',
  'tone.mostly-false': 'Orange, dicke Striche',
  'tone.mixed': 'Bernstein, Doppellinie',
  'tone.mostly-true': 'Oliv, Striche',
  'tone.true': 'Grün, Linie',
  'tone.unproven': 'Violett, Wellenlinie',

  'takeAlong.title': 'Alle Daten mitnehmen',
  'takeAlong.words':
    'Alle Artikel mit Protokollen und eingefrorenen Kopien, Personen, Einstellungen und Berichte in einer ZIP-Datei, ohne Passwörter und andere Geheimnisse und ohne das, was nur anderen namentlich gezeigt wird. „touchstone verify“ prüft sie. Sie ist keine Sicherung: Daraus lässt sich kein Server wiederherstellen.',
};
