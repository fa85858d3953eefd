import Statistics
import Testing

struct ClusterTests {
  private let data: RecordedData
  private let figures: RecordedFigures

  init() throws {
    data = try .read()
    figures = try .read()
  }

  private var schools: [Cluster] {
    data.schools.map { Cluster(n: Int($0[0]), mean: $0[1], variance: $0[2]) }
  }

  private var classes: [Cluster] {
    data.classes.map { rows in
      Cluster(Frequencies(rows.map { Double($0.reduce(0, +)) / Double($0.count) }))
    }
  }

  private var cases: [(clusters: [Cluster], figures: RecordedFigures.Clusters)] {
    [(schools, figures.schools), (classes, figures.classes)]
  }

  @Test func `mean squares and both ICCs agree with aov and multilevel`() throws {
    for (clusters, recorded) in cases {
      let variance = try #require(ClusterVariance(clusters))
      #expect(isClose(variance.between, recorded.between))
      #expect(isClose(variance.within, recorded.within))
      #expect(isClose(variance.typicalSize, recorded.typicalSize))
      #expect(isClose(variance.icc1, recorded.icc1) && isClose(variance.icc2, recorded.icc2))
      #expect(isClose(variance.f, recorded.f))
      #expect(isClose(variance.trueVariance, recorded.tau2))
      #expect(variance == ClusterVariance(clusters.reversed()))
      let p = try #require(variance.p)
      #expect(abs(p - recorded.p) <= 1e-9 * recorded.p)
    }
  }

  @Test func `agreement within classes agrees with multilevel`() throws {
    let recorded = try #require(figures.classes.rwg)
    for (rows, expected) in zip(data.classes, recorded) {
      let moments = ItemMoments(items: rows[0].count, rows: rows)
      #expect(isClose(moments.withinGroupAgreement(codes: 5), max(0, expected)))
    }
  }

  @Test func `empirical Bayes means agree with R`() throws {
    for (clusters, recorded) in cases {
      let bayes = try #require(EmpiricalBayes(clusters))
      #expect(isClose(bayes.centre, recorded.centre))
      for (place, estimate) in bayes.estimates.enumerated() {
        #expect(isClose(estimate?.reliability, recorded.lambda[place]))
        #expect(isClose(estimate?.mean, recorded.eb[place]))
        #expect(isClose(estimate?.sd, recorded.ebSD[place]))
      }
    }
  }

  @Test func `funnels agree with R, and only two of 160 schools stay outside`() throws {
    for (clusters, recorded) in cases {
      let funnel = try #require(Funnel(clusters))
      #expect(isClose(funnel.target, recorded.target) && isClose(funnel.phi, recorded.phi))
      #expect(isClose(funnel.tauSquared, recorded.extra))
      let outside: [(Funnel.Widening, [Int])] = [
        (.none, recorded.outside.none), (.multiplicative, recorded.outside.multiplicative),
        (.additive, recorded.outside.additive),
      ]
      for (widening, expected) in outside {
        for (level, count) in zip([0.95, 0.998], expected) {
          let limits = funnel.limits(level: level, widening)
          let found = zip(clusters, limits).filter { $0.1?.contains($0.0.mean) == false }
          #expect(found.count == count)
        }
      }
    }
    #expect(figures.schools.outside.none[1] == 55 && figures.schools.outside.additive[1] == 2)
  }

  @Test func `distances are those that the limits are drawn at`() throws {
    let funnel = try #require(Funnel(classes))
    let z = NormalDistribution.upperQuantile(0.001)
    for widening in Funnel.Widening.allCases {
      let limits = funnel.limits(level: 0.998, widening)
      let distances = funnel.distances(widening)
      for (place, cluster) in classes.enumerated() {
        let (limits, distance) = (try #require(limits[place]), try #require(distances[place]))
        let half = (limits.high - limits.low) / 2
        #expect(isClose(distance * half / z, cluster.mean - funnel.target))
        #expect(isClose((limits.low + limits.high) / 2, funnel.target))
      }
    }
  }

  @Test func `clusters that agree more than by chance have no true variance`() throws {
    let alike = [[1.0, 5], [2, 4], [3, 3.1]].map { Cluster(Frequencies($0)) }
    let variance = try #require(ClusterVariance(alike))
    #expect(try #require(variance.icc1) < 0 && variance.trueVariance == 0)
    let bayes = try #require(EmpiricalBayes(alike))
    #expect(bayes.estimates.allSatisfy { $0?.mean == bayes.centre && $0?.sd == 0 })
    #expect(bayes.centre == variance.mean)
    #expect(Funnel(alike)?.tauSquared == 0)
  }

  @Test func `a mean is drawn in more the fewer answers it rests on`() throws {
    let clusters = [(100, 4.0), (5, 4), (100, 2), (5, 2)].map {
      Cluster(n: $0.0, mean: $0.1, variance: 1)
    }
    let bayes = try #require(EmpiricalBayes(clusters))
    let means = bayes.estimates.compactMap { $0?.mean }
    #expect(isClose(bayes.centre, 3) && means[0] > means[1] && means[1] > 3)
    #expect(isClose(means[0] + means[2], 6) && isClose(means[1] + means[3], 6))
  }

  @Test func `clusters without answers are passed over`() throws {
    let empty = Cluster(Frequencies([Double]()))
    let bayes = try #require(EmpiricalBayes([empty] + classes))
    #expect(
      bayes.estimates[0] == nil
        && Array(bayes.estimates.dropFirst()) == EmpiricalBayes(classes)?.estimates)
    let funnel = try #require(Funnel([empty] + classes))
    #expect(funnel.limits(.none)[0] == nil && funnel.distances(.additive)[0] == nil)
    #expect(ClusterVariance([empty] + classes) == ClusterVariance(classes))
  }

  @Test func `one cluster, single answers or no spread are undefined`() throws {
    let one = Cluster(Frequencies([1.0, 2]))
    #expect(ClusterVariance([one]) == nil && ClusterVariance([]) == nil)
    let singles = [1.0, 2, 3].map { Cluster(Frequencies([$0])) }
    #expect(
      ClusterVariance(singles) == nil && EmpiricalBayes(singles) == nil && Funnel(singles) == nil)
    let flat = try #require(
      ClusterVariance([Cluster(Frequencies([2.0, 2])), Cluster(Frequencies([2.0]))]))
    #expect(flat.icc1 == nil && flat.icc2 == nil && flat.f == nil && flat.p == nil)
    let apart = [[1.0, 1], [2, 2]].map { Cluster(Frequencies($0)) }
    #expect(ClusterVariance(apart)?.icc1 == 1 && Funnel(apart) == nil)
    #expect(EmpiricalBayes(apart)?.estimates.map { $0?.mean } == [1, 2])
  }

  @Test func `agreement has its ends and needs two rows and two codes`() throws {
    #expect(WithinGroupAgreement.rwg(itemVariances: [0, 0], codes: 5) == 1)
    #expect(WithinGroupAgreement.rwg(itemVariances: [2, 3], codes: 5) == 0)
    #expect(WithinGroupAgreement.rwg(itemVariances: [1], codes: 5) == 0.5)
    #expect(isClose(WithinGroupAgreement.rwg(itemVariances: [1, 1], codes: 5), 2.0 / 3))
    #expect(WithinGroupAgreement.rwg(itemVariances: [], codes: 5) == nil)
    #expect(WithinGroupAgreement.rwg(itemVariances: [1], codes: 1) == nil)
    #expect(ItemMoments(items: 2, rows: [[1, 2]]).withinGroupAgreement(codes: 5) == nil)
    #expect(ItemMoments(items: 0, rows: [[], []]).withinGroupAgreement(codes: 5) == nil)
  }
}
