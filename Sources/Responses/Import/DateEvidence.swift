import Diagnostics

/// What the dates of a file say about which of day and month comes first.
///
/// It is decided once for all date columns of a file, from every row.
struct DateEvidence {
  /// A cell that holds a date.
  struct Sighting {
    let record: Int
    let column: Int
  }

  /// The first dates that only one order can explain, and the first that either can.
  private var dayFirst: Sighting?
  private var monthFirst: Sighting?
  private var undecided: Sighting?

  /// What all dates say together.
  enum Order {
    case settled(DateOrder, by: Sighting?)
    case contradictory(dayFirst: Sighting, monthFirst: Sighting)
    case unknown(Sighting)
  }

  /// Takes a date in.
  mutating func note(_ date: DateReader.Written, record: Int, column: Int) {
    guard case .undecided(let first, let second, _) = date, first != second else { return }
    let sighting = Sighting(record: record, column: column)
    if first > 12 {
      dayFirst = dayFirst ?? sighting
    } else if second > 12 {
      monthFirst = monthFirst ?? sighting
    } else {
      undecided = undecided ?? sighting
    }
  }

  /// Takes in what another column says.
  mutating func merge(_ other: DateEvidence) {
    dayFirst = dayFirst ?? other.dayFirst
    monthFirst = monthFirst ?? other.monthFirst
    undecided = undecided ?? other.undecided
  }

  var order: Order {
    switch (dayFirst, monthFirst, undecided) {
    case (let day?, let month?, _): .contradictory(dayFirst: day, monthFirst: month)
    case (let day?, nil, _): .settled(.dayFirst, by: day)
    case (nil, let month?, _): .settled(.monthFirst, by: month)
    case (nil, nil, let cell?): .unknown(cell)
    case (nil, nil, nil): .settled(.dayFirst, by: nil)
    }
  }

  /// The order of all dates.
  ///
  /// - Parameters:
  ///   - declared: What the person says, for files that do not show it.
  ///   - file: The file, for the lines of messages.
  ///   - sink: Where faults go.
  /// - Returns: `nil` where no order fits or none shows; `sink` then says why.
  func order(
    _ declared: DateOrder?, in file: CSVFile, reporting sink: inout DiagnosticSink
  ) -> DateOrder? {
    func heading(_ cell: Sighting) -> String { file.header[cell.column] }
    func place(_ cell: Sighting) -> Location {
      Location(file: file.source.name, line: file.lines(of: [cell.record])[cell.record])
    }
    switch order {
    case .settled(let order, let cell):
      guard let declared, let cell, declared != order else { return order }
      sink.error(.dateOrderContradicted(heading(cell), declared), at: place(cell))
    case .unknown(let cell):
      if let declared { return declared }
      sink.error(.dateOrderUnknown(heading(cell)), at: place(cell))
    case .contradictory(let day, let month):
      let (dayPlace, monthPlace) = (place(day), place(month))
      sink.error(
        .dateOrderMixed(
          dayFirst: (heading(day), dayPlace.line ?? 0),
          monthFirst: (heading(month), monthPlace.line ?? 0)),
        at: dayPlace)
    }
    return nil
  }
}
