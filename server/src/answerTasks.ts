import type { TaskMessage } from './taskProcess';

/** The program's side of a TaskProcess: answers each task, and ends with its parent. */
export function answerTasks<Task, Answer>(
  work: (task: Task) => Promise<Answer>,
  onFailure: (error: unknown) => Answer,
): void {
  process.on('message', (task: Task) => {
    void work(task)
      .catch(onFailure)
      .then((answer) => {
        const message: TaskMessage<Answer> = { answer, memory: process.memoryUsage.rss() };
        process.send!(message);
      });
  });
  process.on('disconnect', () => process.exit(0));
}
