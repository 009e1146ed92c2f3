const STALLS = [
  { x: 70, roof: '#CF3F22', stripe: '#fff' },
  { x: 350, roof: '#3C6E58', stripe: '#F3EAD9' },
  { x: 630, roof: '#35568C', stripe: '#F3EAD9' },
];

/** Three stalls in the morning. */
export function Street() {
  return (
    <svg className="street" viewBox="0 0 920 900" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <rect width="920" height="900" fill="#F1E8DB" />
      <circle cx="690" cy="250" r="92" fill="#E9733F" opacity=".92" />
      <path d="M0 560c140-90 250-40 360-90s220-120 330-60 160 20 230-20v510H0z" fill="#E4D3BC" />
      <path d="M0 620c160-50 300-10 450-50s320-60 470-10v340H0z" fill="#D9C2A3" />
      {STALLS.map((stall) => (
        <Stall key={stall.x} {...stall} />
      ))}
      <g transform="translate(110 660)">
        <circle cx="16" cy="58" r="16" fill="#E2703A" />
        <circle cx="46" cy="60" r="15" fill="#D65A26" />
        <circle cx="74" cy="58" r="16" fill="#E58A4B" />
        <circle cx="106" cy="60" r="14" fill="#D65A26" />
      </g>
      <g transform="translate(392 650)">
        <rect x="0" y="24" width="36" height="56" rx="5" fill="#4E7352" />
        <rect x="48" y="34" width="36" height="46" rx="5" fill="#8FA77D" />
        <rect x="96" y="18" width="36" height="62" rx="5" fill="#A86A12" />
      </g>
      <g transform="translate(672 656)">
        <path d="M0 40h60c0 22-12 34-30 34S0 62 0 40z" fill="#fff" stroke="#C9BBA6" />
        <path d="M76 30h46v44H76z" fill="#4A648F" />
      </g>
      <rect y="820" width="920" height="80" fill="#B9966E" />
    </svg>
  );
}

function Stall({ x, roof, stripe }: { x: number; roof: string; stripe: string }) {
  return (
    <g transform={`translate(${x} 560)`}>
      <rect x="10" y="70" width="200" height="190" fill="#FBF6EC" />
      <path d="M0 0h220l14 70H-14z" fill={roof} />
      {[0, 1, 2, 3, 4].map((index) => (
        <path key={index} d={`M${-14 + index * 49.6} 70a24.8 24.8 0 0049.6 0z`} fill={index % 2 ? stripe : roof} />
      ))}
      <rect x="10" y="170" width="200" height="12" fill="#B08A5F" />
      <rect x="10" y="182" width="200" height="78" fill="#C9A47A" />
    </g>
  );
}
