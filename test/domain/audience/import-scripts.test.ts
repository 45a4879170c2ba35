import { describe, expect, test } from '@jest/globals';
import { isOut, outcomeOf, refused } from './import-outcome.ts';
import { ImportWorld } from './import-world.ts';

describe('a column that may be about opting out, in another script or under a header without letters', () => {
  test.each([
    // Headers that no Latin letters are left of, in five scripts.
    ['отписан', ['да', 'нет']],
    ['Подписка', ['отписан', 'подписан']],
    ['Дата отписки', ['2025-03-02', '']],
    ['Κατάσταση', ['ΑΠΕΓΓΡΑΦΗ', 'ΕΓΓΡΑΦΗ']],
    ['購読', ['解除', '購読中']],
    ['配信停止', ['1', '0']],
    ['ملغي', ['نعم', 'لا']],
    ['סטטוס', ['הוסר', 'פעיל', 'הוסר', 'פעיל', 'ממתין']],
    // Or only a part of them.
    ['VIP отписан', ['да', 'нет']],
    ['Статус email', ['Отписан', 'Активен']],
    ['отписан', ['unsubscribed', 'subscribed']],
    // No letters at all.
    ['2024', ['yes', 'no']],
    ['✉?', ['x', '']],
    ['', ['yes', 'no']],
    ['', ['unsubscribed', '']],
    // A state among lines that say something else, and more words than four that repeat.
    ['Статус', ['да', 'нет', 'да', 'нет', 'https://x.example/u', 'x'.repeat(90)]],
    ['Статус', Array.from({ length: 21 }, (_, index) => `слово ${'абвгдеж'[index % 7]}`)],
    // Words of another script under a name that is read.
    ['Status', ['исключён', 'подписан']],
    ['Newsletter', ['да', 'нет']],
    ['Opt-in', ['はい', 'いいえ']],
  ])('refused before anything is written, %s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual(refused);
  });
});

describe('a column whose name is in another script', () => {
  test.each([
    ['Имя', ['Анна', 'Олег', 'Мария', 'Иван', 'Ольга']],
    ['Возраст', ['34', '51']],
    ['Телефон', ['79161234567', '']],
    ['', ['', '']],
    ['', ['0', '1', '2', '3', '4', '5']],
    ['מייל נוסף', ['a@x.example', '']],
    ['サイト', ['https://x.example/1', '']],
  ])('left out, %s: %j', async (header, cells) => {
    expect(await outcomeOf(header, cells)).toEqual(isOut());
  });

  test('asAttribute names it in any script, and says nothing of other columns', async () => {
    expect(await outcomeOf('отписан', ['да', 'нет'], 'Отписан')).toEqual(isOut());
    expect(await outcomeOf('отписан', ['да', 'нет'], 'подписан')).toEqual(refused);
    expect(await outcomeOf('2 отписан', ['да', 'нет'], '2 имя')).toEqual(refused);
  });

  test('a mapping says what it is, also without a header', async () => {
    const mapping = [
      { header: 'отписан', as: 'optedOut' as const },
      { header: '', as: 'ignored' as const },
    ];
    const rows = ['a@x.example,1,да', 'b@x.example,0,нет'];
    const world = new ImportWorld();
    await world.send(Buffer.from(['email,отписан,', ...rows].join('\n')), { mapping });
    expect([...world.profiles.values()].map(({ optedOut }) => optedOut !== undefined)).toEqual([true, false]);
  });
});
