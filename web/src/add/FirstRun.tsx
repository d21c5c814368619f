/** What this is, told by doing: the examples are read in a moment, and each way leads on. */
export function FirstRun({ onExamples }: { onExamples: () => void }) {
  return (
    <section className="first-run" aria-labelledby="first-run">
      <h2 id="first-run">This ledger is empty</h2>
      <p>
        Reports go in, claims come out: who says what, on whose word, how surely, about what, where, when and
        how many, each pointing at its exact words. Nothing is sent anywhere.
      </p>
      <ol>
        <li>Add reports below, or begin with 22 short ones that were written to show what can happen.</li>
        <li>Read them beside their claims under Documents, and side by side under Incidents.</li>
        <li>Say under Review whether each claim reads right.</li>
      </ol>
      <button type="button" onClick={onExamples}>
        Read the examples
      </button>
    </section>
  );
}
