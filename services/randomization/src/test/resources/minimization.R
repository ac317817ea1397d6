# Pocock and Simon's minimization in base R: three equal arms, five weighted factors, range, the preferred arm by 4 in 5.
# `people` is set by whoever runs this. Prints how many people a second.
levels <- c(2, 3, 4, 5, 20)
weights <- c(1, 1, 2, 2, 1)
arms <- 3
set.seed(20260312)
newcomers <- sapply(levels, function(n) sample.int(n, people, replace = TRUE))
offsets <- cumsum(c(0, levels[-length(levels)]))
rows <- sweep(newcomers, 2, offsets, "+")               # a row of the counts for each level of each factor
counts <- matrix(0L, nrow = sum(levels), ncol = arms)
chance <- runif(people)
began <- proc.time()[["elapsed"]]
for (person in seq_len(people)) {
  at <- rows[person, ]
  own <- counts[at, ]
  score <- numeric(arms)
  for (arm in seq_len(arms)) {
    tried <- own
    tried[, arm] <- tried[, arm] + 1L
    score[arm] <- sum(weights * (pmax.int(tried[, 1], tried[, 2], tried[, 3]) - pmin.int(tried[, 1], tried[, 2], tried[, 3])))
  }
  first <- score == min(score)
  tied <- sum(first)
  odds <- if (tied == arms) rep(1 / arms, arms) else ifelse(first, (0.8 * 2 + 0.2 * (tied - 1)) / (2 * tied), 0.2 / 2)
  given <- findInterval(chance[person], cumsum(odds / sum(odds)), rightmost.closed = TRUE) + 1L
  counts[at, given] <- counts[at, given] + 1L
}
spent <- max(proc.time()[["elapsed"]] - began, 0.001)
stopifnot(sum(counts) == people * length(levels))
cat(format(people / spent, scientific = FALSE), "\n")
