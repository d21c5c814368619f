/** The key that does the same, beside the words for it; not read aloud. */
export const Key = ({ children }: { children: React.ReactNode }) => (
  <span aria-hidden="true" className="key-cap">
    {children}
  </span>
);
