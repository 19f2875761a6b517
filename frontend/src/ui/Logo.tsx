/** The mark of Dealbox: an archive box on blue. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="22" height="22" rx="6" fill="var(--primary)" />
      <path
        d="M5.5 9.5h11V15a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 15zM4.5 6.5h13v3h-13zM9.3 12.5h3.4"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
