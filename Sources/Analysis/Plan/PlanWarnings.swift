import Instruments

/// Looks for what is missing from a round before it begins.
struct PlanWarnings {
  let planned: [PlannedInstrument]
  let framework: Framework
  let components: [ComponentPlan]
  let minimums: GroupMinimums

  /// Component by component, then tiers, methods and instruments, then numbers of people.
  func all() -> [PlanWarning] {
    let lookedAt = components.filter { $0.notApplicable == nil }
    let byComponent = lookedAt.flatMap(warnings)
    let tiers = Tier.allCases.compactMap { tier -> PlanWarning? in
      // Of a component without anything planned it is said already.
      let bare = lookedAt.filter { !$0.rows.isEmpty && $0.tiersNotPlanned.contains(tier) }
      return bare.isEmpty ? nil : .tierWithoutSource(tier, bare.map(\.component))
    }
    return byComponent + tiers + methodsTwice() + withoutPractice() + sizes()
  }

  private func warnings(_ plan: ComponentPlan) -> [PlanWarning] {
    let component = plan.component
    guard plan.practices.contains(where: { !$0.instruments.isEmpty }) else {
      return [.noSource(component)]
    }
    var found: [PlanWarning] = []
    let families = Set(plan.strength.sources.map(\.family))
    let audiences = Set(plan.strength.sources.map(\.audience))
    if families.isEmpty {
      found.append(.onlyShown(component))
    } else if families.count == 1 || audiences.count == 1 {
      found.append(
        .narrow(
          component, family: families.count == 1 ? families.first : nil,
          audience: audiences.count == 1 ? audiences.first : nil, strength: plan.strength))
    }
    let without = plan.practicesWithoutSource.map(\.practice)
    if !without.isEmpty { found.append(.noWayIn(component, practices: without)) }
    let thin = plan.thinPractices.map(\.practice)
    if !thin.isEmpty { found.append(.thinByDesign(component, practices: thin)) }
    return found
  }

  private func methodsTwice() -> [PlanWarning] {
    framework.components.flatMap(\.methods).flatMap { method in
      // What an office counts beside what parents answer is two sides of one method; nobody is asked twice.
      AuditPlan.audiences.compactMap { audience -> PlanWarning? in
        let own = planned.map(\.instrument).filter {
          $0.audience == audience && $0.methods.contains(method.id)
        }
        return own.count < 2 ? nil : .methodTwice(method, instruments: own.map(\.id))
      }
    }
  }

  private func withoutPractice() -> [PlanWarning] {
    let used = Set(components.flatMap(\.rows).filter { !$0.practices.isEmpty }.map(\.instrument))
    return planned.map(\.instrument).filter { !used.contains($0.id) }
      .map { .noPractice(instrument: $0.id, title: $0.title.preferred) }
  }

  private func sizes() -> [PlanWarning] {
    Instrument.Audience.allCases.compactMap { audience in
      let own = planned.filter { $0.isSurvey && $0.instrument.audience == audience }
      guard !own.isEmpty else { return nil }
      guard let size = own.compactMap(\.population).max() else { return .sizeNotKnown(audience) }
      let minimum = minimums[audience]
      return size < minimum ? .tooFew(audience, minimum: minimum) : nil
    }
  }
}
