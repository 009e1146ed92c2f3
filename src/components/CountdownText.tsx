import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import css from './CountdownText.module.scss';

interface CountdownTextProps {
  /** UTC, as the server sends it. */
  until: string;
  /** The server's clock minus this device's, in milliseconds. */
  serverOffsetMs?: number;
  onEnd?(): void;
}

/** Time left as `14:59`, `2:14:59` above an hour, `3 天 02:14:59` above a day; stays at `00:00`. */
export function CountdownText({ until, serverOffsetMs = 0, onEnd }: CountdownTextProps) {
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now() - serverOffsetMs) / 1000));
  const [seconds, setSeconds] = useState(left);
  const isOver = seconds === 0;

  useEffect(() => {
    if (isOver) {
      onEnd?.();
      return undefined;
    }
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
    // a new `onEnd` closure is no reason to restart the clock
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until, serverOffsetMs, isOver]);

  return <Text className={css.time}>{clockText(seconds)}</Text>;
}

function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  if (days > 0) return `${days} 天 ${pad(hours)}:${rest}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
