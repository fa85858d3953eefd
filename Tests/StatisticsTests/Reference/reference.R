# Writes reference-data.json and reference.json: figures of R and its packages for data that are
# made here with a fixed seed or shipped with R. Where no package has a figure, plain R computes it
# from the single answers, by another road than the Swift code.
#
# Usage: Rscript reference.R   (in this folder; needs psych, survey, lavaan, coin, multilevel, nlme,
# jsonlite). Recorded with R 4.2.2, psych 2.2.9, survey 4.1-1, lavaan 0.6-14, coin 1.4-2,
# multilevel 2.7, nlme 3.1-162.
#
# Data that are not made here, all from packages under GPL-2 or later:
#   bfi           psych: five items of the public-domain IPIP pool, the first 400 persons of 2,800
#   attitude      datasets: S. Chatterjee and B. Price, Regression Analysis by Example, 1977
#   airquality    datasets: New York ozone by month; J. M. Chambers et al., 1983
#   MathAchieve   nlme: High School and Beyond, 7,185 pupils of 160 schools, as school summaries

suppressMessages({
  library(psych)
  library(survey)
  library(lavaan)
  library(coin)
})
set.seed(20261122, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# ---- Data ----------------------------------------------------------------------------------------

likert <- function(n, loadings, codes = 5, blanks = 0) {
  k <- length(loadings)
  latent <- rnorm(n) %o% loadings + matrix(rnorm(n * k), n) %*% diag(sqrt(1 - loadings^2))
  x <- pmin(pmax(round(latent * 1.1 + (codes + 1) / 2), 1), codes)
  x[matrix(runif(n * k), n) < blanks] <- NA
  x
}
bfi <- as.matrix(psych::bfi[1:400, c("A1", "A2", "A3", "A4", "A5")])
bfi[, "A1"] <- 7 - bfi[, "A1"]
surveys <- list(
  bfi = unname(bfi), attitude = unname(as.matrix(attitude)),
  generated = likert(240, c(.8, .7, .65, .6, .5, .45), blanks = .03))

scores <- function(n, centre, spread = .8) pmin(pmax(round(rnorm(n, centre, spread) * 4) / 4, 1), 5)
groups <- list(
  ozone = unname(split(airquality$Ozone[!is.na(airquality$Ozone)], airquality$Month[!is.na(airquality$Ozone)])),
  roles = list(scores(34, 3.4), scores(51, 3.1, 1.1), scores(12, 3.9, .5), scores(7, 3.3)),
  years = list(scores(120, 3), scores(98, 3.1), scores(150, 2.8, 1)))
pain <- list(  # the example of lawstat::brunner.munzel.test and brunnermunzel, Neuhaeuser (2012)
  c(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1), c(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4))

items1 <- likert(90, c(.8, .75, .7, .6)); shift <- matrix(rbinom(360, 1, .35), 90)
items2 <- pmin(items1 + shift, 5); items2[1:25, ] <- likert(25, c(.8, .75, .7, .6))
waves <- list(first = rowMeans(items1[, 1:3]), second = rowMeans(items2[, 1:3]))
seen <- list(first = sort(sample(90, 70)), second = sort(sample(90, 66)))

roster <- expand.grid(year = 1:4, gender = 1:2)
roster$population <- c(60, 55, 58, 40, 62, 51, 49, 44)
roster$n <- c(45, 30, 22, 9, 50, 33, 20, 14)
persons <- roster[rep(1:8, roster$n), ]
persons$y <- scores(nrow(persons), 3 + .15 * persons$year)

schools <- do.call(rbind, by(nlme::MathAchieve, as.character(nlme::MathAchieve$School), function(d)
  data.frame(n = nrow(d), mean = mean(d$MathAch), variance = var(d$MathAch))))
classes <- lapply(1:9, function(j) likert(4 + 3 * j, c(.7, .6, .65, .5)) )

fleiss <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), 6, byrow = TRUE)
raters <- likert(40, c(.8, .8, .75, .7)); holes <- raters
holes[matrix(runif(160), 40) < .2] <- NA
lists <- lapply(1:30, function(i) sample(12, sample(0:8, 1), prob = 12:1))

data <- list(
  surveys = surveys, groups = groups, pain = pain, waves = waves, seen = seen,
  roster = roster, answers = unname(split(persons$y, list(persons$year, persons$gender))),
  schools = unname(as.matrix(schools)), classes = classes, fleiss = fleiss, raters = raters,
  holes = holes, lists = lapply(lists, I))

# ---- Reliability and description -----------------------------------------------------------------

omega_lavaan <- function(x) {
  x <- as.data.frame(x); names(x) <- paste0("x", seq_along(x))
  fit <- cfa(paste("f =~", paste(names(x), collapse = " + ")), x, std.lv = TRUE,
             control = list(rel.tol = 1e-10))
  ratio <- function(e) {
    l <- e[[4]][e$op == "=~"]; u <- e[[4]][e$op == "~~" & e$lhs != "f"]
    sum(l)^2 / (sum(l)^2 + sum(u))
  }
  raw <- parameterEstimates(fit); std <- standardizedSolution(fit)
  list(raw = ratio(raw[, c("lhs", "op", "rhs", "est")]), standardised = ratio(std[, c("lhs", "op", "rhs", "est.std")]))
}
survey_figures <- function(x) {
  x <- as.data.frame(x); full <- x[complete.cases(x), ]
  a <- suppressWarnings(psych::alpha(full, check.keys = FALSE))
  pairwise <- suppressWarnings(psych::alpha(x, check.keys = FALSE))
  feldt <- psych::alpha.ci(a$total$raw_alpha, nrow(full), ncol(full), digits = 15)
  n <- nrow(full); k <- ncol(full); al <- a$total$raw_alpha
  list(
    n = n, alpha = al, standardised = a$total$std.alpha, ifDropped = a$alpha.drop$raw_alpha,
    itemRest = a$item.stats$r.drop, interval = unlist(feldt[c("lower.ci", "upper.ci")]), pairwise = pairwise$total$raw_alpha,
    omega = omega_lavaan(full), sem = sd(rowMeans(full)) * sqrt(1 - al),
    skewness = sapply(x, function(v) psych::skew(v, type = 2)),
    mean = sapply(x, mean, na.rm = TRUE), sd = sapply(x, sd, na.rm = TRUE),
    pearson = unname(cor(x, use = "pairwise.complete.obs")),
    spearman = unname(cor(x, use = "pairwise.complete.obs", method = "spearman")),
    longestRun = apply(x, 1, function(v) { r <- rle(ifelse(is.na(v), -seq_along(v), v)); max(0, r$lengths[r$values > 0]) }),
    variability = apply(x, 1, sd, na.rm = TRUE))
}

# ---- Groups --------------------------------------------------------------------------------------

brunner_munzel <- function(x, y) {
  m <- length(x); n <- length(y)
  r <- rank(c(x, y)); rx <- r[1:m]; ry <- r[m + 1:n]
  v1 <- sum((rx - rank(x) - mean(rx) + (m + 1) / 2)^2) / (m - 1)
  v2 <- sum((ry - rank(y) - mean(ry) + (n + 1) / 2)^2) / (n - 1)
  w <- m * n * (mean(ry) - mean(rx)) / ((m + n) * sqrt(m * v1 + n * v2))
  df <- (m * v1 + n * v2)^2 / ((m * v1)^2 / (m - 1) + (n * v2)^2 / (n - 1))
  p <- mean(outer(x, y, "<") + outer(x, y, "==") / 2)
  half <- qt(.975, df) * sqrt(v1 / (m * n^2) + v2 / (n * m^2))
  list(less = p, statistic = w, df = df, p = 2 * pt(-abs(w), df), low = max(0, p - half), high = min(1, p + half))
}
group_figures <- function(g) {
  y <- unlist(g); f <- factor(rep(seq_along(g), lengths(g)))
  kw <- kruskal.test(y, f); welch <- oneway.test(y ~ f); aov <- oneway.test(y ~ f, var.equal = TRUE)
  other <- coin::kruskal_test(y ~ f)
  stopifnot(abs(coin::statistic(other) / kw$statistic - 1) < 1e-10)
  two <- t.test(g[[1]], g[[2]]); u <- suppressWarnings(wilcox.test(g[[1]], g[[2]], exact = FALSE))
  pairs <- combn(length(g), 2)
  p <- apply(pairs, 2, function(i) t.test(g[[i[1]]], g[[i[2]]])$p.value)
  list(
    h = kw$statistic, hP = kw$p.value, epsilonSquared = kw$statistic * (length(y) + 1) / (length(y)^2 - 1),
    welchF = welch$statistic, welchDf = welch$parameter[2], welchP = welch$p.value,
    f = aov$statistic, p = aov$p.value, t = two$statistic, tP = two$p.value, tInterval = two$conf.int,
    u = u$statistic, uP = u$p.value, pairP = p, benjaminiHochberg = p.adjust(p, "BH"), holm = p.adjust(p, "holm"),
    brunnerMunzel = brunner_munzel(g[[1]], g[[2]]))
}
share_figures <- function(x, n) list(
  x = x, n = n, wilson = prop.test(x, n, correct = FALSE)$conf.int, clopperPearson = binom.test(x, n)$conf.int)
h_figures <- function(a, b) list(counts = c(a, b), h = 2 * asin(sqrt(a[1] / a[2])) - 2 * asin(sqrt(b[1] / b[2])))

# ---- Change --------------------------------------------------------------------------------------

change_figures <- function(x, y, sd, reliability) {
  t <- t.test(y, x, paired = TRUE); d <- y - x
  w <- suppressWarnings(wilcox.test(round(d, 9), exact = FALSE, correct = TRUE))
  rci <- round(d, 9) / (sd * sqrt(2 * (1 - reliability))); limit <- qnorm(.975)
  b <- sum(x < 3.5 & y >= 3.5); c <- sum(x >= 3.5 & y < 3.5)
  list(
    change = unname(t$estimate), t = t$statistic, df = t$parameter, p = t$p.value, interval = t$conf.int,
    v = w$statistic, vP = w$p.value, dz = mean(d) / sd(d), dav = mean(d) / mean(c(sd(x), sd(y))),
    drm = mean(d) / sqrt(sd(x)^2 + sd(y)^2 - 2 * cor(x, y) * sd(x) * sd(y)) * sqrt(2 * (1 - cor(x, y))),
    sd = sd, reliability = reliability, reliable = c(sum(rci > limit), sum(abs(rci) <= limit), sum(rci < -limit)),
    gained = b, lost = c, mcnemar = binom.test(b, b + c)$p.value)
}
overlap_figures <- function(N) {
  i <- seen$first; j <- seen$second; both <- intersect(i, j)
  x <- waves$first[i]; y <- waves$second[j]; n1 <- length(i); n2 <- length(j); n12 <- length(both)
  s12 <- cov(waves$first[both], waves$second[both])
  se <- function(N) sqrt((1 - n1 / N) * var(x) / n1 + (1 - n2 / N) * var(y) / n2 - 2 * (n12 / (n1 * n2) - 1 / N) * s12)
  list(population = N, linked = n12, change = mean(y) - mean(x), finite = se(N), unlimited = se(Inf))
}

# ---- Non-response --------------------------------------------------------------------------------

weighting_figures <- function() {
  N <- sum(roster$population); n <- sum(roster$n)
  persons$cell <- paste(persons$year, persons$gender); roster$cell <- paste(roster$year, roster$gender)
  persons$w <- (roster$population / roster$n)[match(persons$cell, roster$cell)]
  persons$N <- N; persons$size <- roster$population[match(persons$cell, roster$cell)]
  strat <- svydesign(~1, strata = ~cell, weights = ~w, fpc = ~size, data = persons)
  w4 <- svymean(~y, strat)
  plain <- svydesign(~1, fpc = ~N, weights = rep(N / n, n), data = persons)
  i2 <- svymean(~y, plain)
  post <- svymean(~y, postStratify(plain, ~cell, data.frame(cell = roster$cell, Freq = roster$population)))
  W <- roster$population / N
  s2 <- tapply(persons$y, persons$cell, var)[roster$cell]
  w5 <- sqrt((1 - n / N) * n / (n - 1) * sum(W^2 * (roster$n - 1) * s2 / roster$n^2))
  stopifnot(abs(SE(post) / w5 - 1) < 1e-9)  # the formula of R's postStratify that the docs give
  year <- tapply(roster$population, roster$year, sum); gender <- tapply(roster$population, roster$gender, sum)
  raked <- rake(plain, list(~year, ~gender), list(
    data.frame(year = 1:4, Freq = as.vector(year)), data.frame(gender = 1:2, Freq = as.vector(gender))),
    control = list(maxit = 1000, epsilon = 1e-11, verbose = FALSE))
  rate <- roster$n / roster$population; w <- persons$w
  list(
    postMean = as.vector(coef(w4)), postError = as.vector(SE(w4)),
    plainMean = as.vector(coef(i2)), plainError = as.vector(SE(i2)),
    plainInterval = as.vector(confint(i2, df = n - 1)), years = as.vector(year), genders = as.vector(gender),
    raked = weights(raked)[match(roster$cell, persons$cell)],
    designEffect = n * sum(w^2) / sum(w)^2, rates = rate,
    rIndicator = 1 - 2 * sqrt(sum(roster$population * (rate - n / N)^2) / (N - 1)))
}
mix_figures <- function() {
  before <- roster[1:4, ]; after <- roster[5:8, ]
  m0 <- c(3.1, 2.9, 3.4, 3.0); m1 <- c(3.3, 2.8, 3.6, 3.1)
  w0 <- before$population / sum(before$population); w1 <- after$population / sum(after$population)
  list(before = before$population, after = after$population, m0 = m0, m1 = m1,
       mix = sum((w1 - w0) * (m1 + m0) / 2), rate = sum((m1 - m0) * (w1 + w0) / 2),
       fixedBase = sum(w0 * (m1 - m0)), change = weighted.mean(m1, w1) - weighted.mean(m0, w0))
}
size_figures <- function() do.call(rbind, lapply(list(
  c(.05, .5, 1405), c(.05, .5, Inf), c(.1, .5, 30), c(.2, 1.1, 200), c(.01, .5, 240), c(.9, .5, 12)),
  function(a) c(a, ceiling(1 / (1 / a[3] + (a[1] / (qnorm(.975) * a[2]))^2)))))

# ---- Clusters ------------------------------------------------------------------------------------

cluster_figures <- function(n, mean, variance, msb, msw) {
  N <- sum(n); J <- length(n); n0 <- (N - sum(n^2) / N) / (J - 1)
  tau2 <- max(0, (msb - msw) / n0); lambda <- tau2 / (tau2 + msw / n)
  mu <- if (tau2 > 0) sum(lambda * mean) / sum(lambda) else sum(n * mean) / N
  target <- sum(n * mean) / N; se <- sqrt(msw / n); z <- (mean - target) / se
  q <- quantile(z, c(.1, .9)); phi <- mean(pmin(pmax(z, q[1]), q[2])^2); w <- 1 / se^2
  extra <- max(0, (J * phi - (J - 1)) / (sum(w) - sum(w^2) / sum(w))); limit <- qnorm(c(.975, .999))
  outside <- function(z) sapply(limit, function(l) sum(abs(z) > l))
  list(
    between = msb, within = msw, typicalSize = n0, tau2 = tau2, centre = mu, lambda = lambda,
    eb = mu + lambda * (mean - mu), ebSD = sqrt(tau2 * (1 - lambda)), target = target, phi = phi, extra = extra,
    outside = list(none = outside(z), multiplicative = outside(z / sqrt(max(1, phi))),
                   additive = outside((mean - target) / sqrt(se^2 + extra))))
}
school_figures <- function() {
  d <- data.frame(y = nlme::MathAchieve$MathAch, g = factor(as.character(nlme::MathAchieve$School)))
  fit <- aov(y ~ g, d); ms <- summary(fit)[[1]][["Mean Sq"]]
  c(cluster_figures(schools$n, schools$mean, schools$variance, ms[1], ms[2]), list(
    icc1 = multilevel::ICC1(fit), icc2 = multilevel::ICC2(fit),
    f = summary(fit)[[1]][["F value"]][1], p = summary(fit)[[1]][["Pr(>F)"]][1]))
}
class_figures <- function() {
  rows <- do.call(rbind, classes); g <- rep(seq_along(classes), sapply(classes, nrow))
  y <- rowMeans(rows); fit <- aov(y ~ factor(g)); ms <- summary(fit)[[1]][["Mean Sq"]]
  by_class <- split(y, g)
  c(cluster_figures(lengths(by_class), sapply(by_class, mean), sapply(by_class, var), ms[1], ms[2]), list(
    icc1 = multilevel::ICC1(fit), icc2 = multilevel::ICC2(fit),
    f = summary(fit)[[1]][["F value"]][1], p = summary(fit)[[1]][["Pr(>F)"]][1],
    rwg = multilevel::rwg.j(rows, g, ranvar = (5^2 - 1) / 12)$rwg.j))
}

# ---- Agreement and lists -------------------------------------------------------------------------

krippendorff <- function(x, scale) {
  x <- x[rowSums(!is.na(x)) >= 2, ]; codes <- sort(unique(na.omit(c(x))))
  count <- sapply(codes, function(c) sum(x == c, na.rm = TRUE)); n <- sum(count)
  distance <- function(c, k) {
    i <- match(c, codes); j <- match(k, codes)
    if (scale == "nominal") as.numeric(i != j) else (sum(count[min(i, j):max(i, j)]) - (count[i] + count[j]) / 2)^2
  }
  observed <- 0
  for (u in seq_len(nrow(x))) {
    v <- na.omit(x[u, ])
    for (a in seq_along(v)) for (b in seq_along(v)) if (a != b)
      observed <- observed + distance(v[a], v[b]) / (length(v) - 1)
  }
  expected <- sum(outer(seq_along(codes), seq_along(codes), Vectorize(function(i, j)
    count[i] * count[j] * distance(codes[i], codes[j])))) / (n - 1)
  1 - observed / expected
}
rater_figures <- function(x) {
  icc <- suppressMessages(psych::ICC(x, lmer = FALSE))$results$ICC
  as.vector(icc)
}
kappa_figures <- function(a, b) {
  ok <- !is.na(a) & !is.na(b); codes <- 1:5
  table <- table(factor(a[ok], codes), factor(b[ok], codes))
  k <- suppressWarnings(psych::cohen.kappa(unclass(table)))
  c(k$kappa, k$weighted.kappa)
}
percent_agreement <- function(x) {
  pairs <- combn(ncol(x), 2)
  same <- apply(pairs, 2, function(p) x[, p[1]] == x[, p[2]])
  mean(same, na.rm = TRUE)
}
list_figures <- function() {
  ids <- sort(unique(unlist(lists)))
  ranks <- lapply(ids, function(i) unlist(lapply(lists, function(l) match(i, l))))
  data.frame(
    id = ids, lists = sapply(ranks, function(r) sum(!is.na(r))), meanRank = sapply(ranks, mean, na.rm = TRUE),
    smith = sapply(ranks, function(r) sum((lengths(lists) - r + 1) / lengths(lists), na.rm = TRUE) / length(lists)),
    sutrop = sapply(ranks, function(r) sum(!is.na(r)) / (length(lists) * mean(r, na.rm = TRUE))))
}

figures <- list(
  surveys = lapply(surveys, survey_figures), groups = lapply(groups, group_figures),
  pain = brunner_munzel(pain[[1]], pain[[2]]),
  shares = list(share_figures(11, 15), share_figures(56, 70), share_figures(37, 60), share_figures(400, 652)),
  effects = list(h_figures(c(56, 70), c(48, 80)), h_figures(c(0, 9), c(9, 9)), h_figures(c(1, 300), c(3, 200))),
  change = change_figures(waves$first, waves$second, sd(waves$first), .8),
  sleep = change_figures(sleep$extra[1:10], sleep$extra[11:20], sd(sleep$extra[1:10]), .7),
  overlap = overlap_figures(90), weighting = weighting_figures(), mix = mix_figures(), sizes = size_figures(),
  schools = school_figures(), classes = class_figures(),
  agreement = list(
    fleiss = rater_figures(fleiss), raters = rater_figures(raters), kappa = kappa_figures(holes[, 1], holes[, 2]),
    nominal = krippendorff(holes, "nominal"), ordinal = krippendorff(holes, "ordinal"),
    percent = percent_agreement(holes)),
  lists = list_figures())

record <- function(x, name) {
  text <- jsonlite::toJSON(x, auto_unbox = TRUE, digits = NA, na = "null", dataframe = "columns", pretty = FALSE)
  writeLines(gsub("\\],\\[", "],\n[", gsub("\\},\"", "},\n\"", text)), name)
}
record(data, "reference-data.json")
record(figures, "reference.json")
