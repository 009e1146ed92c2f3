import { change, MAX_STEPS, redo, startHistory, undo } from '../../console/src/layouts/draft/history';

const steps = (...values: string[]) =>
  values.reduce((history, value, index) => change(history, value, `field ${index}`, index), startHistory('start'));

describe('undo and redo', () => {
  test('undo goes back step by step to the start and no further, redo comes back', () => {
    let history = steps('one', 'two');
    history = undo(history);
    expect(history.now).toBe('one');
    history = undo(undo(history));
    expect(history.now).toBe('start');
    history = redo(redo(redo(history)));
    expect(history.now).toBe('two');
  });

  test('a new change after an undo drops what could have been redone', () => {
    const history = change(undo(steps('one', 'two')), 'other', '', 9);
    expect(redo(history).now).toBe('other');
    expect(undo(history).now).toBe('one');
  });

  test('letters typed into one field in a row are one step, a pause or another field starts a new one', () => {
    let history = startHistory('');
    history = change(history, '春', 'title', 0);
    history = change(history, '春茶', 'title', 400);
    history = change(history, '春茶上', 'title', 5000);
    history = change(history, '春茶上!', 'subtitle', 5100);
    expect(undo(history).now).toBe('春茶上');
    expect(undo(undo(history)).now).toBe('春茶');
    expect(undo(undo(undo(history))).now).toBe('');
  });

  test('what was undone is not joined to what is typed next', () => {
    const typed = change(startHistory('a'), 'ab', 'title', 0);
    const again = change(undo(typed), 'ac', 'title', 10);
    expect(undo(again).now).toBe('a');
  });

  test('no more than the newest steps are kept', () => {
    const history = steps(...Array.from({ length: MAX_STEPS + 50 }, (_, index) => `step ${index}`));
    expect(history.past).toHaveLength(MAX_STEPS);
    expect(undo(history).now).toBe(`step ${MAX_STEPS + 48}`);
  });
});
