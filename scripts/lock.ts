/** `npm run lock`: completes package-lock.json with the platform binaries that `npm install` left out. */
import fs from 'node:fs';
import { completeLock, type Lock } from './lib/lockPlatforms';

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as Lock;
const added = completeLock(lock);
fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
for (const { name, version } of added) console.log(`added ${name}@${version}`);
console.log(`${added.length} platform binaries added`);
