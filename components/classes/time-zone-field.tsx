/** The zone in which a class's dates are meant. */
export function TimeZoneField({ label, zones }: { label: string; zones: readonly string[] }) {
  return (
    <div className="field">
      <label htmlFor="timeZone">{label}</label>
      <select id="timeZone" name="timeZone" className="sel" defaultValue="Europe/Paris">
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  )
}
