/** A part of an incident's page. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <section className="part" aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="part-note">{note}</p>}
      {children}
    </section>
  );
}
