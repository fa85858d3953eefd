import Instruments

extension GapAnalysis {
  /// Where each kind of source points that speaks of some practices, in the order of the kinds.
  ///
  /// Leaders, who enter no index, are left out.
  func voices(on practices: [String]) -> [FamilyVoice] {
    let wanted = Set(practices)
    return EvidenceStrength.Family.allCases.compactMap { family in
      let figures = audiences.filter { $0.audience != .leaders }.compactMap { all in
        all.only(family).index(ofPractices: practices)?.figure
      }
      let signs = entries.filter { $0.family == family && !wanted.isDisjoint(with: $0.practices) }
        .compactMap { $0.heldBack(below: minimums[$0.audience]).sign }
      return FamilyVoice(index: IndexFigure.mean(of: figures)?.value, signs: signs)
    }
  }
}

extension AudienceEvidence {
  /// What the audience said, or what was seen of it, by one kind of source alone.
  fileprivate func only(_ family: EvidenceStrength.Family) -> AudienceEvidence {
    AudienceEvidence(
      audience: audience, surveys: audience.family == family ? surveys : [],
      entries: entries.filter { $0.family == family }, fewest: fewest,
      fewestAnswers: fewestAnswers)
  }
}
