import Analysis
import Instruments

/// The short ids of evidence behind a sentence: ` [E2 E5–E7]`.
enum EvidenceMarks {
  /// The numbers in brackets with a blank before them, three or more in a row as a span; empty for none.
  static func words(_ numbers: [Int]) -> String {
    guard !numbers.isEmpty else { return "" }
    var spans: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = spans.last, last.upperBound >= number - 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        spans.append(number...number)
      }
    }
    let words = spans.flatMap { span -> [String] in
      span.count >= 3
        ? ["E\(span.lowerBound)–E\(span.upperBound)"] : span.map { "E\($0)" }
    }
    return " [\(words.joined(separator: " "))]"
  }
}

extension PracticeIndex {
  /// The ids of what the practice rests on.
  var sourceIDs: [String] { evidence.map { $0.entry ?? $0.instrument } }
}

extension GapTable {
  func marks(of ids: [String]) -> String { EvidenceMarks.words(numbers(of: ids)) }

  func marks(of practice: PracticeIndex) -> String { marks(of: practice.sourceIDs) }

  func marks(of gap: ComponentGap) -> String { marks(of: gap.practices.flatMap(\.sourceIDs)) }

  /// The marks of what a must-look finding rests on.
  func marks(of finding: MustLook) -> String {
    let practices = components.flatMap(\.practices)
    switch finding.kind {
    case .lowPractice:
      return practices.first { $0.practice.id == finding.practice }.map { marks(of: $0) } ?? ""
    case .worstAnswers(let item, _, _, _):
      return marks(
        of: practices.flatMap(\.evidence).filter {
          $0.audience == finding.audience && $0.items.contains(item)
        }.map(\.instrument))
    case .carelessAnswers(let instrument, _): return marks(of: [instrument])
    case .groupRatio(let entry, _, _, _, _): return marks(of: [entry])
    // What nobody looked at rests on nothing.
    case .tierNotLookedAt: return ""
    }
  }

  /// The marks of a gap between two groups of people: what both, or the two audiences, answered.
  func marks(of perception: PerceptionGap, in gap: ComponentGap) -> String {
    let evidence = gap.practices.flatMap(\.evidence)
    let items = Set(perception.items.map(\.id))
    let own = evidence.filter { part in
      items.isEmpty
        ? [perception.a, perception.b].contains(part.audience.rawValue)
        : !items.isDisjoint(with: part.items)
    }
    return marks(of: own.map { $0.entry ?? $0.instrument })
  }

  /// The marks of one source of a component: the instrument's answers, or its entries.
  func marks(of source: EvidenceStrength.Source, in gap: ComponentGap) -> String {
    let entries = gap.practices.flatMap(\.evidence).filter {
      $0.instrument == source.instrument && $0.family == source.family
    }.map { $0.entry ?? $0.instrument }
    return marks(of: entries.isEmpty ? [source.instrument] : entries)
  }
}

extension String {
  /// The text without a blank at its start.
  var withoutLeadingBlank: String { hasPrefix(" ") ? String(dropFirst()) : self }

  /// Marks without their brackets, for a list.
  var trimmedBrackets: String {
    String(drop { " [".contains($0) }.filter { $0 != "]" })
  }
}
