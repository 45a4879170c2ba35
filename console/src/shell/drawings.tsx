/** The drawings of icons, on a field of 16 by 16, in the colour of the text around them. */
export const drawings = {
  plus: <path d="M8 2.6v10.8M2.6 8h10.8" />,
  preparing: (
    <>
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.27" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  awaiting: (
    <path d="M4 1.6h8M4 14.4h8M4.8 1.6v2.2c0 2 3.2 2.8 3.2 4.2s-3.2 2.2-3.2 4.2v2.2M11.2 1.6v2.2c0 2-3.2 2.8-3.2 4.2s3.2 2.2 3.2 4.2v2.2" />
  ),
  scheduled: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 4.2V8l2.6 1.8" />
    </>
  ),
  sending: (
    <>
      <path d="M1.6 7.2 14.4 1.8 10.4 14.2 7.4 9Z" />
      <path d="M7.4 9l7-7.2" />
    </>
  ),
  paused: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M6.2 5.6v4.8M9.8 5.6v4.8" strokeWidth="1.9" />
    </>
  ),
  finished: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.8" stroke="var(--cs,var(--surface))" />
    </>
  ),
  stopped: (
    <>
      <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z" />
      <rect x="5.6" y="5.6" width="4.8" height="4.8" fill="currentColor" stroke="none" />
    </>
  ),
  rejected: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" />
    </>
  ),
  expired: (
    <>
      <path d="M3.6 12.9A6.6 6.6 0 0 1 12.7 3.4M14.2 6a6.6 6.6 0 0 1-8.1 8.3" />
      <path d="M8 4.6V8M1.8 14.2 14.2 1.8" />
    </>
  ),
  recur: (
    <>
      <path d="M2 7.2A5.8 5.8 0 0 1 12.6 4.6M14 8.8A5.8 5.8 0 0 1 3.4 11.4" />
      <path d="M12.9 1.6v3.2H9.7M3.1 14.4v-3.2h3.2" />
    </>
  ),
  arrow: <path d="M2.5 8h10.6M9 3.8 13.2 8 9 12.2" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.8" />
      <path d="m10.6 10.6 3.8 3.8" />
    </>
  ),
  check: <path d="m3.5 8.5 3 3 6-7" />,
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.8" stroke="var(--surface)" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.8 15 14H1Z" />
      <path d="M8 6.3v3.4M8 11.9v.1" />
    </>
  ),
  copy: (
    <>
      <rect x="5.4" y="5.4" width="8.8" height="8.8" rx="1.4" />
      <path d="M10.6 5V3.2A1.4 1.4 0 0 0 9.2 1.8h-6a1.4 1.4 0 0 0-1.4 1.4v6a1.4 1.4 0 0 0 1.4 1.4H5" />
    </>
  ),
  desktop: (
    <>
      <rect x="1.4" y="2.2" width="13.2" height="9" rx="1" />
      <path d="M5.4 14h5.2M8 11.4V14" />
    </>
  ),
  phone: (
    <>
      <rect x="4" y="1.2" width="8" height="13.6" rx="1.6" />
      <path d="M7.2 12.4h1.6" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.9" />
      <path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13" />
    </>
  ),
  moon: <path d="M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2Z" />,
  text: <path d="M2.4 3.6h11.2M2.4 6.6h11.2M2.4 9.6h11.2M2.4 12.6h6.6" />,
  mail: (
    <>
      <rect x="1.4" y="3" width="13.2" height="10" rx="1.2" />
      <path d="m1.8 4 6.2 5 6.2-5" />
    </>
  ),
  chev: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  open: (
    <>
      <path d="M1 8s2.4-4.6 7-4.6S15 8 15 8s-2.4 4.6-7 4.6S1 8 1 8Z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  click: (
    <>
      <path d="m6.4 6.4 7.6 2.8-3.3 1.5-1.5 3.3Z" />
      <path d="M5.6 1.6v1.8M1.6 5.6h1.8M2.8 2.8l1.2 1.2M8.6 2.6 7.8 4M2.6 8.6 4 7.8" />
    </>
  ),
  machine: (
    <>
      <rect x="3.4" y="3.4" width="9.2" height="9.2" rx="1.2" />
      <path d="M6.4 6.4h3.2v3.2H6.4zM6 1v2.4M10 1v2.4M6 12.6V15M10 12.6V15M1 6h2.4M1 10h2.4M12.6 6H15M12.6 10H15" />
    </>
  ),
  bounce: <path d="M13.8 12.6C13.8 8 11 5.4 7 5.4H2.4M5.8 1.8 2.2 5.4l3.6 3.6" />,
  complaint: <path d="M3 14.6V2M3 2.6h9.6l-2 3.2 2 3.2H3" />,
  out: <path d="M9.4 2H2.8v12h6.6M6.6 8h7.6M11.4 5.2 14.2 8l-2.8 2.8" />,
  shield: (
    <>
      <path d="M8 1.4 13.6 3.4v4.4c0 3.4-2.4 5.6-5.6 6.8C4.8 13.4 2.4 11.2 2.4 7.8V3.4Z" />
      <path d="m5.4 8 2 2 3.4-4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 7.4v4M8 4.7v.1" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7.4" rx="1.2" />
      <path d="M5.2 7V4.6a2.8 2.8 0 0 1 5.6 0V7" />
    </>
  ),
  bell: (
    <path d="M3.2 11.6c1-1.2 1.2-2.4 1.2-4.6a3.6 3.6 0 0 1 7.2 0c0 2.2.2 3.4 1.2 4.6ZM6.6 13.8c.4.6.8.8 1.4.8s1-.2 1.4-.8" />
  ),
  stats: <path d="M2 14.2h12M4 11.4V8M8 11.4V3M12 11.4V6" />,
  eq: <path d="M3 5.8h10M3 10.2h10" />,
};
