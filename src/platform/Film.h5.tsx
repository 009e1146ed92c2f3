import { useEffect, useRef } from 'react';
import type { FilmProps } from './film';

/** A film that plays as soon as it is drawn, which only a tap may cause. The browser's own: Taro's brings a player along. */
export function Film({ className, src, isPaused, onEnd, onFail }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (isPaused) video.current?.pause();
  }, [isPaused]);
  return (
    <video
      ref={video}
      className={className}
      src={src}
      autoPlay
      controls
      playsInline
      preload="none"
      onEnded={onEnd}
      onError={onFail}
    />
  );
}
