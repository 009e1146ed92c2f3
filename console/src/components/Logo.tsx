/** The awning. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--js-brand)" />
      <path d="M8 8h16l2.5 6.5h-21z" fill="#fff" />
      <path d="M5.5 14.5c0 4.5 7 4.5 7 0c0 4.5 7 4.5 7 0c0 4.5 7 4.5 7 0" fill="#fff" />
      <path
        d="M8.5 19.5V25h15v-5.5"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
