import assert from 'node:assert/strict';
import { addressesIn, filesChosen, nameOfAddresses, nameOfFiles } from '../../client/files-given.ts';

const file = (name: string, path = ''): File =>
  Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: path });

describe('files and addresses that are given together', () => {
  it('are the files of a folder in the order of their names, without those of the system', () => {
    const names = ['d/a 10.txt', 'd/a 9.txt', 'd/.DS_Store', 'd/e/Thumbs.db', 'd/~$draft.docx', 'd/e/b.pdf'];
    const files = filesChosen(names.map((path) => file(path.split('/').at(-1) ?? '', path)));
    assert.deepEqual(
      files.map(({ path }) => path),
      ['d/a 9.txt', 'd/a 10.txt', 'd/e/b.pdf'],
    );
    assert.equal(nameOfFiles(files), 'd');
  });

  it('are called as they are where they lie in no folder, at no more length than is read', () => {
    assert.equal(nameOfFiles(filesChosen([file('b.txt'), file('a.txt')])), 'a.txt, b.txt');
    const many = filesChosen(Array.from({ length: 90 }, (_, at) => file(`draft ${at}.txt`)));
    assert.ok(nameOfFiles(many).length < 130);
    assert.equal(
      nameOfAddresses(['https://a.example/1', 'https://a.example/2', 'https://b.example/']),
      'a.example, b.example',
    );
  });

  it('are addresses where a text is a list of them and nothing else', () => {
    assert.deepEqual(addressesIn(' https://a.example/1 \r\n\nhttp://b.example/?x=1\n'), [
      'https://a.example/1',
      'http://b.example/?x=1',
    ]);
    for (const none of [
      'https://a.example/1',
      'https://a.example/1\nThe moon',
      '',
      'ftp://a.example/\nhttps://b.example/',
    ])
      assert.deepEqual(addressesIn(none), []);
  });
});
