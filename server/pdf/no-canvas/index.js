// pdf.js asks for a canvas as soon as it is loaded in Node. What it takes from it is only used to draw, which nothing does here.
export class DOMMatrix {}
export class ImageData {}
export class Path2D {}
