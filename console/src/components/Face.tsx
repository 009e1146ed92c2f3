const GROUNDS = ['#a0522d', '#35568c', '#2c7a55', '#7a4b78', '#8f590d'];

/** A person without a picture: the family name on a colour that stays theirs. */
export function Face({ name }: { name: string }) {
  const ground = GROUNDS[[...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % GROUNDS.length];
  return (
    <span className="face" style={{ width: 26, height: 26, fontSize: 12, background: ground }} aria-hidden>
      {[...name][0] ?? '·'}
    </span>
  );
}
