"""The ids of the people of the sample, in the order in which they came into the circle."""

(
    MARY_S, CHARLES, ADA, DOROTHY, KATHERINE, MARY_J, ANNIE, ALAN, JOAN, GRACE, DONALD, FRANCES, EDSGER,
    JOHN, CLAUDE, EMMY, HENRIETTA, BARBARA, KAREN, HEDY, MARY_K, RADIA, KATERYNA, KONRAD, NEUMANN,
) = range(101, 126)  # fmt: skip
