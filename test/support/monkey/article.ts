/** An article of every kind of block, in several scripts. */
export const VARIED = `<article>
<h1>Council opens the old bridge</h1>
<p>The old bridge was opened on Tuesday after two years of repairs that cost <b>12 million euros</b>. It is <i>not</i> finished.</p>
<h2>What it cost</h2>
<p>It carried 8,000 cars a day before it was closed, according to the <a href="https://ministry.example/cars">ministry of transport</a>.</p>
<ul><li><p>First, the north tower</p></li><li><p>Second, the deck</p><ul><li><p>wood and steel</p></li><li><p>paint</p></li></ul></li></ul>
<p>قال الوزير إن الجسر كلف 12 مليون يورو، وهو ضعف المبلغ.</p>
<blockquote><p>We never said it would be cheap.</p><p>Nobody asked us.</p></blockquote>
<p>市長は橋の費用が千二百万ユーロだと述べた。通行は無料である。</p>
<table><tbody><tr><th><p>Year</p></th><th><p>Cars</p></th></tr><tr><td><p>2019</p></td><td><p>8,000</p></td></tr></tbody></table>
<ol><li><p>One in five was a lorry.</p></li><li><p>Two are left.</p></li></ol>
<h3>שיקום הגשר</h3>
<p>Families 👩‍👩‍👧‍👦 and flags 🇩🇪 came; a cafe\u0301 opened, a nai\u0308ve one.</p>
<p>Line one<br>line two of the address</p>
<hr>
<p>The last word is the council's.</p>
</article>`;
