/// What the simulation of schools with records found, as lines of the method page, and what it has to keep.
struct RecordTable {
  let simulation: RecordSimulation

  private var quiet: [RecordSimulation.School] {
    simulation.schools.filter { $0.difference == 0 }
  }

  var lines: [String] {
    var lines = ["", "### Bands with records", ""]
    lines += ["| school | true index | inside by | right | between | wrong |"]
    lines += ["| --- | --: | --: | --: | --: | --: |"]
    lines += quiet.flatMap { GapAimTable.bands($0.school.words, $0.tally.cells) }
    lines += ["", "### Intervals with records", ""]
    lines += ["| school | index | held | reading | error, points | error said / error |"]
    lines += ["| --- | --- | --: | --- | --: | --: |"]
    for school in quiet {
      for part in RecordTally.Part.allCases {
        guard let reading = school.tally.readings[part] else { continue }
        lines.append(
          GapAimTable.row([
            school.school.words, part.words,
            GapAimTable.percent(reading.held.mean) + " ± "
              + GapAimTable.percent(1.96 * reading.held.error),
            CoverageReading(reading.held.mean).rawValue,
            GapAimTable.percent(reading.error / 100),
            GapAimTable.percent(reading.ratio / 100, digits: 2),
          ]))
      }
    }
    lines += ["", "### Said and seen", "", "| school | true difference | disagree |"]
    lines += ["| --- | --: | --: |"]
    for school in simulation.schools {
      lines.append(
        GapAimTable.row([
          school.school.words, "\(school.difference)",
          GapAimTable.percent(school.tally.share, digits: school.difference == 0 ? 2 : 1),
        ]))
    }
    return lines
  }

  var aims: [GapAim] {
    quiet.flatMap { school -> [GapAim] in
      let (tally, words) = (school.tally, school.school.words + ", records")
      // Parts of what is seen are shown for comparison; nothing is promised of them.
      let isHeld = [RecordTally.Part.component, .seen].allSatisfy { part in
        tally.readings[part].map {
          $0.missing == 0 && CoverageReading($0.held.mean) != .short
        } ?? false
      }
      return [
        GapAim(words: "\(words): every table is made", isKept: tally.missing == 0),
        GapAim(words: "\(words): intervals of components and of what is seen", isKept: isHeld),
        .share("\(words): said and seen disagree", tally.share, below: 0.01),
      ]
        + tally.cells.sorted { $0.key < $1.key }.map { points, cells in
          .share(
            "\(words): wrong band at \(points)", Double(cells.wrong) / Double(cells.all),
            below: 0.05)
        }
    }
  }
}

extension RecordTally {
  /// In how many components said and seen disagree, 0 to 1.
  var share: Double { Double(disagreeing) / Double(max(1, all)) }
}
