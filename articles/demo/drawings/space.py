"""A pinhole camera: where a point of a room or a street falls on the sheet. Pure."""


class Camera:
    """
    Looks level along the depth axis.

    Metres: x to the right of the eye's line, y above the ground, z away from the eye.
    """

    def __init__(self, vanish_x, horizon, focal, eye):
        self.vanish_x = vanish_x
        self.horizon = horizon
        self.focal = focal
        self.eye = eye

    def at(self, x, y, z):
        """The point on the sheet."""
        return (
            self.vanish_x + self.focal * x / z,
            self.horizon + self.focal * (self.eye - y) / z,
        )

    def size(self, metres, z):
        """How many units a length measures at that depth."""
        return self.focal * metres / z

    def floor(self, x0, z0, x1, z1, y=0.0):
        """Corners of a level rectangle."""
        return [self.at(x, y, z) for x, z in ((x0, z0), (x1, z0), (x1, z1), (x0, z1))]

    def side(self, x, y0, z0, y1, z1):
        """Corners of an upright rectangle that runs away from the eye."""
        return [self.at(x, y, z) for y, z in ((y0, z0), (y0, z1), (y1, z1), (y1, z0))]

    def front(self, z, x0, y0, x1, y1):
        """Corners of an upright rectangle that faces the eye."""
        return [self.at(x, y, z) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
