internal import ListModel
internal import Text

/// When the paper appeared, as the places of moulds want it.
extension Filling {
  /// Returns the day or month of the first version, in the form of another; nil where the list's are not such
  /// dates.
  func announced(like sample: [UInt8]) -> String? {
    guard let form = DateForm.reading(String(decoding: sample, as: UTF8.self))?.form else {
      return nil
    }
    if let date = particulars.date, let text = form.text(date) { return text }
    guard book.announcesByIdentifier, let id = particulars.arXiv else { return nil }
    return form.text(CalendarDate(year: id.year, month: id.month))
  }

  /// The date, as exact as it is known.
  private var date: CalendarDate? {
    if let date = particulars.date { return date }
    // Of a preprint somebody says another year than that of its first version.
    let isOther =
      particulars.year != nil && particulars.venue.map(isPreprint) ?? false
      && particulars.year != particulars.arXiv?.year
    if let id = particulars.arXiv, !isOther {
      return CalendarDate(year: id.year, month: id.month)
    }
    return particulars.year.map { CalendarDate(year: $0) }
  }

  func date(like sample: [UInt8], in mould: Mould) -> String? {
    guard var date else { return nil }
    // Where no other year stands, the year alone is that in which the paper appeared.
    let form = DateForm.reading(String(decoding: sample, as: UTF8.self))?.form
    let own = form.flatMap { dateForms.contains($0) || $0.isBare ? $0 : nil }
    if own?.exactness == 1, !mould.slots.contains(.year), let year = particulars.year {
      date = CalendarDate(year: year)
    }
    if date.month == nil, let id = particulars.arXiv, id.year == date.year {
      date = CalendarDate(year: id.year, month: id.month)
    }
    // As most have it, else as the entry that this one is written after.
    if let most = dateForms.mostCommon,
      dateForms.count(where: { $0 == most }) * 2 > dateForms.count,
      let text = most.settled(by: dateForms, stoppingMay: stopsMay).text(date)
    {
      return text
    }
    if let text = own?.settled(by: dateForms, stoppingMay: stopsMay).text(date) { return text }
    // A less exact form that the list has, too.
    return dateForms.filter { $0.text(date) != nil }.mostCommon?.settled(
      by: dateForms,
      stoppingMay: stopsMay
    ).text(date)
  }
}
