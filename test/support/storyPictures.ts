import path from 'node:path';

/** What can be photographed: a page of a browser, or a running mini-program. */
interface Camera {
  screenshot(options: { path: string }): Promise<unknown>;
}

/**
 * Takes a numbered picture a step, `STORY_PICTURES=folder` says where; without it nothing is taken. For whoever wants to
 * see what a story's test has walked through.
 */
export function storyPictures(story: string): (step: string, cameras: Record<string, Camera>) => Promise<void> {
  const folder = process.env.STORY_PICTURES;
  let count = 0;
  return async (step, cameras) => {
    count += 1;
    if (!folder) return;
    for (const [who, camera] of Object.entries(cameras)) {
      await camera.screenshot({ path: path.join(folder, story, `${count}-${step}-${who}.png`) });
    }
  };
}
